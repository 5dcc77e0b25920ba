namespace Market.Payments.Reminders.Services;

public enum SentFilter
{
    All,
    Sent,
    Failed,

    /// <summary>Sent or not, nobody knows.</summary>
    Uncertain,
}
