using Market.Payments.Stripe.Gateway;
using Market.Payments.Stripe.Models;

namespace Market.Payments.Stripe.Settlements;

/// <summary>What came of settling a distribution.</summary>
public abstract record SettleResult
{
    private SettleResult()
    {
    }

    /// <summary>There is no such distribution.</summary>
    public sealed record NotFound : SettleResult;

    /// <summary>Members may still order for it.</summary>
    public sealed record NotClosed : SettleResult;

    /// <summary>Stripe could not be asked how earlier transfers stand: nothing was settled.</summary>
    public sealed record Failed(StripeFault Fault) : SettleResult;

    /// <summary>What is to be transferred is not what was seen: nothing was settled. The statements of earlier settlements that were taken up again.</summary>
    public sealed record Differs(IReadOnlyList<SettlementStatement> Statements) : SettleResult;

    /// <summary>The statements that were made, and before them those of earlier settlements that were taken up again; none where nothing has changed.</summary>
    public sealed record Done(IReadOnlyList<SettlementStatement> Statements) : SettleResult;
}
