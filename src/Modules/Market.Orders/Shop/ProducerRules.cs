using System.Net.Mail;
using Market.Orders.Models;
using Microsoft.Extensions.Localization;

namespace Market.Orders.Shop;

/// <summary>What may be said of a producer, whoever writes it: the editor, a recipe, the API, a workflow.</summary>
public sealed class ProducerRules(IStringLocalizer<ProducerRules> S)
{
    /// <summary>The longest story.</summary>
    public const int MaxStory = 10_000;

    /// <summary>What is wrong: the property of the part, and a sentence. One a property.</summary>
    public IReadOnlyDictionary<string, string> Judge(ProducerPart part)
    {
        ArgumentNullException.ThrowIfNull(part);
        var wrong = new Dictionary<string, string>(StringComparer.Ordinal);
        if (part.MailAddress is { Length: > 0 } address && !MailAddress.TryCreate(address, out _))
        {
            wrong[nameof(part.MailAddress)] = S["This is no mail address."];
        }

        if (part.Story?.Length > MaxStory)
        {
            wrong[nameof(part.Story)] = S["At most {0} characters.", MaxStory];
        }

        if (part.Picture is { Length: > 0 } && PictureAddress.FromRoot(part.Picture) is null)
        {
            wrong[nameof(part.Picture)] = S["The address of a picture of this site, like /media/carrots.jpg; not of another site."];
        }

        return wrong;
    }
}
