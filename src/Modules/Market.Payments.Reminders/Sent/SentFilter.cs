namespace Market.Payments.Reminders.Sent;

public enum SentFilter
{
    All,
    Sent,
    Failed,

    /// <summary>Sent or not, nobody knows.</summary>
    Uncertain,
}
