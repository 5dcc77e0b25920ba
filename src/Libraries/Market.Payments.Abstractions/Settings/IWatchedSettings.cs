namespace Market.Payments;

/// <summary>
/// A part of the site's settings of which every change is kept in the audit trail, old and new, by whatever way it is changed: a page, a
/// recipe, a deployment plan, code. A module registers one for each of its settings.
/// </summary>
public interface IWatchedSettings
{
    /// <summary>The name of the part in the site's settings, which is that of its type.</summary>
    string Section { get; }

    /// <summary>The fields that are secrets, of which only that they changed is kept.</summary>
    IReadOnlyCollection<string> Secrets { get; }

    /// <summary>
    /// The fields that say where money goes or hold the keys to it, each with what people call it, in the current culture. The site's
    /// administrators are told of their changes by mail.
    /// </summary>
    IReadOnlyDictionary<string, string> Told { get; }
}
