namespace Market.Payments.Models;

public enum AccountStatus
{
    Open,
    Closed,
}
