namespace Market.Payments.Watch;

/// <summary>What a field of the settings was and what it became; none where it was or is not set.</summary>
/// <param name="Path">The field, with its place in lists and groups: <c>Steps[0].DaysAfterPrevious</c>.</param>
/// <param name="Before">What it was.</param>
/// <param name="After">What it became.</param>
public sealed record FieldChange(string Path, string? Before, string? After)
{
    /// <summary>The field of the settings that the path begins with.</summary>
    public string Field => Path.Split('.', '[')[0];
}
