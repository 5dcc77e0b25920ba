namespace Market.Payments.Reminders.Models;

public enum ReminderState
{
    /// <summary>Being sent; or, where the process died meanwhile, sent or not: it is not sent again by itself.</summary>
    Claimed,

    /// <summary>Handed to the mail server.</summary>
    Sent,

    /// <summary>The mail server refused it; the next run tries again.</summary>
    Failed,
}
