namespace Market.Payments.Reminders.Services;

public enum SentFilter
{
    All,
    Sent,
    Failed,

    /// <summary>Claimed so long ago that whoever sent it is gone.</summary>
    Uncertain,
}
