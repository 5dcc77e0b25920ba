namespace Market.Payments.Reminders.Models;

public enum ReminderState
{
    /// <summary>Being sent; or, where the process died meanwhile, sent or not: it is not sent again by itself.</summary>
    Claimed,

    /// <summary>Handed to the mail server.</summary>
    Sent,

    /// <summary>It certainly did not go out; the next run tries again.</summary>
    Failed,

    /// <summary>The mail service failed at a moment when it may have gone out or not: it is not sent again by itself.</summary>
    Uncertain,
}
