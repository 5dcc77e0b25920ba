using Market.Ledger.Payouts;

namespace Market.Payments.Banking.Inbox;

/// <summary>How a line names the slip or payout that it is.</summary>
public static class ArrivalKey
{
    private const char Gap = ' ';

    public static string Of(string method, string payoutId, PayoutMovement movement) => string.Join(Gap, method, payoutId, movement);

    /// <summary>The number of a slip by its reference: <c>12</c> of <c>REM-12</c>.</summary>
    public static string Number(string reference) => reference[(reference.IndexOf('-', StringComparison.Ordinal) + 1)..];

    /// <summary>The reference of the slip or the id of the payout that a key names.</summary>
    public static string PayoutId(string key) => key.Split(Gap) is [_, var id, ..] ? id : key;

    /// <summary>Whether it is a slip of cheques that goes to the bank.</summary>
    public static bool IsSlip(string key) => key.Split(Gap) is [BuiltInMethods.Cheque, var id, nameof(PayoutMovement.Arrived)] && id.StartsWith("REM-", StringComparison.Ordinal);
}
