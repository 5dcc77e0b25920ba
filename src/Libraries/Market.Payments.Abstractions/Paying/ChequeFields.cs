namespace Market.Payments;

/// <summary>What a payment by cheque carries, by the technical names of its fields. Operations carry them, so they never change.</summary>
public static class ChequeFields
{
    /// <summary>The number printed on the cheque. Needed.</summary>
    public const string Number = "cheque-number";

    /// <summary>The bank that issued it.</summary>
    public const string Bank = "cheque-bank";
}
