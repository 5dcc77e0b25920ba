using Market.Ledger.Amounts;
using Market.Ledger.Online;
using Market.Ledger.Postings;
using Market.Payments.Stripe.Gateway;

namespace Market.Payments.Stripe.Refunds;

/// <summary>What became of a refund that was asked for. It is one of the nested kinds, and no other.</summary>
public abstract record RefundResult
{
    private RefundResult()
    {
    }

    /// <summary>Stripe answered, and the books say what it said.</summary>
    public sealed record Asked(OnlineRefundState State) : RefundResult;

    /// <summary>Stripe gave it back, and what it said is held: the books do not say so.</summary>
    public sealed record Held : RefundResult;

    /// <summary>The books would not take it; nothing was asked.</summary>
    public sealed record Refused(Refusal Refusal) : RefundResult;

    /// <summary>It is more than what may be asked back; nothing was asked.</summary>
    public sealed record TooMuch(Money Most) : RefundResult;

    /// <summary>The form was sent before with another amount or reason, or given up; nothing was asked.</summary>
    public sealed record Conflict : RefundResult;

    /// <summary>Stripe said no, or did not hear it: nothing changed.</summary>
    public sealed record Failed(StripeFault Fault) : RefundResult;

    /// <summary>Stripe may have done it. The books follow once it says so; the same form may be sent again.</summary>
    public sealed record InDoubt : RefundResult;
}
