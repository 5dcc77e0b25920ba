namespace Market.Payments.Reminders.Services;

public enum PlanFilter
{
    All,
    Mails,
    Digest,
    NotNow,
}
