namespace Market.Payments.Reminders.Plan;

public enum PlanFilter
{
    All,
    Mails,
    Digest,
    NotNow,
}
