using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Market.Payments;

/// <summary>What is wrong with a setting.</summary>
/// <param name="Field">The setting's name, with its place in a list: <c>Steps[0].DaysAfterPrevious</c>.</param>
/// <param name="Sentence">What a person reads, or none where the field is unknown or of another kind.</param>
public sealed record SettingsFault(string Field, string? Sentence)
{
    /// <summary>The faults that a settings page would show.</summary>
    /// <param name="errors">The page's errors.</param>
    /// <param name="names">What a field of the page is called in the settings, where it is called otherwise.</param>
    public static IEnumerable<SettingsFault> Of(ModelStateDictionary errors, IReadOnlyDictionary<string, string>? names = null)
    {
        ArgumentNullException.ThrowIfNull(errors);
        return errors.SelectMany(field => field.Value!.Errors.Select(error => new SettingsFault(names?.GetValueOrDefault(field.Key) ?? field.Key, error.ErrorMessage)));
    }
}
