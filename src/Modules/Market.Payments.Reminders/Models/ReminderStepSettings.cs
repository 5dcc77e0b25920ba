namespace Market.Payments.Reminders.Models;

/// <summary>A mail of the ladder: when, and what it says.</summary>
public class ReminderStepSettings
{
    public int DaysAfterPrevious { get; set; }

    public bool IsObligatory { get; set; }

    /// <summary>The texts by culture.</summary>
    public Dictionary<string, ReminderText> Texts { get; set; } = [];
}
