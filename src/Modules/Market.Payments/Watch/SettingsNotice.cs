namespace Market.Payments.Watch;

/// <summary>What the administrators are told.</summary>
/// <param name="Section">The settings.</param>
/// <param name="Changes">What changed of what they are told of.</param>
/// <param name="UserName">Who changed it; none where the site did, by a recipe or a deployment.</param>
/// <param name="ChangedAt">When.</param>
public sealed record SettingsNotice(string Section, IReadOnlyList<FieldChange> Changes, string? UserName, DateTimeOffset ChangedAt);
