namespace Market.Payments;

/// <summary>What came of reading settings.</summary>
/// <param name="Faults">What is wrong with them; with none they may be saved.</param>
/// <param name="SaveAsync">Saves what was read.</param>
public sealed record SettingsReading(IReadOnlyList<SettingsFault> Faults, Func<Task> SaveAsync)
{
    /// <summary>Settings that could not be read.</summary>
    /// <param name="faults">Why not.</param>
    public static SettingsReading Refused(IReadOnlyList<SettingsFault> faults) =>
        new(faults, () => throw new InvalidOperationException("Settings with faults are not saved."));
}
