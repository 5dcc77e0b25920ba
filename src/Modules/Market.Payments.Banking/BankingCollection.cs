namespace Market.Payments.Banking;

/// <summary>The YesSql collection of cheques and deposit slips.</summary>
public static class BankingCollection
{
    public const string Name = "Banking";
}
