namespace Market.Rehearsal;

/// <summary>Something that happened at a made-up market. It is one of the nested kinds, and no other.</summary>
/// <param name="Day">The day.</param>
/// <param name="Member">Whose account it is about, by place; none for what is about a distribution.</param>
/// <param name="Key">Its name, which no other act of the same seed has: an idempotency key.</param>
public abstract record MarketAct(DateOnly Day, int Member, string Key)
{
    /// <summary>A distribution is about to be ordered for.</summary>
    public sealed record Announced(DateOnly Day, int Distribution, string Key) : MarketAct(Day, -1, Key);

    /// <summary>A member ordered.</summary>
    /// <param name="Distribution">The distribution, by place.</param>
    /// <param name="OrderId">The order.</param>
    /// <param name="Lines">What was ordered: products by their place in the terms' prices, each with how many.</param>
    /// <param name="Cents">What it costs, in minor units.</param>
    public sealed record Ordered(DateOnly Day, int Member, int Distribution, string OrderId, IReadOnlyList<(int Product, int Quantity)> Lines, long Cents, string Key)
        : MarketAct(Day, Member, Key);

    /// <summary>A member paid.</summary>
    /// <param name="Cents">How much, above zero, in minor units.</param>
    /// <param name="Method">How: the method's technical name.</param>
    /// <param name="Distribution">The distribution at whose stall; none elsewhere.</param>
    /// <param name="OrderId">The order that is paid; none where whatever is open is.</param>
    public sealed record Paid(DateOnly Day, int Member, long Cents, string Method, int? Distribution, string? OrderId, string Key) : MarketAct(Day, Member, Key)
    {
        /// <summary>The number of the cheque, of the terminal's ticket or of the transfer.</summary>
        public required string Number { get; init; }
    }

    /// <summary>A member got money back.</summary>
    /// <param name="Cents">How much, above zero, in minor units.</param>
    public sealed record GivenBack(DateOnly Day, int Member, long Cents, string Method, string Reason, string Key) : MarketAct(Day, Member, Key);

    /// <summary>Something was put right in a member's favour.</summary>
    /// <param name="Cents">How much, above zero, in minor units.</param>
    public sealed record Adjusted(DateOnly Day, int Member, long Cents, string Reason, string Key) : MarketAct(Day, Member, Key);

    /// <summary>A member was charged a fee.</summary>
    /// <param name="Cents">How much, above zero, in minor units.</param>
    public sealed record Charged(DateOnly Day, int Member, long Cents, string Reason, string Key) : MarketAct(Day, Member, Key);

    /// <summary>A distribution is over: everybody has collected.</summary>
    public sealed record Over(DateOnly Day, int Distribution, string Key) : MarketAct(Day, -1, Key);

    /// <summary>The bank gave a cheque back: its payment is reversed, and a fee charged.</summary>
    /// <param name="PaymentKey">The key of the payment.</param>
    /// <param name="Fee">The fee, in minor units.</param>
    public sealed record Unpaid(DateOnly Day, int Member, string PaymentKey, long Fee, string Key) : MarketAct(Day, Member, Key);

    /// <summary>A member was written to about what they owe.</summary>
    /// <param name="Step">The how many-th time for this debt, from 1.</param>
    /// <param name="Since">The day from which they owed.</param>
    /// <param name="Cents">What they owed, above zero, in minor units.</param>
    public sealed record Reminded(DateOnly Day, int Member, int Step, DateOnly Since, long Cents, string Key) : MarketAct(Day, Member, Key);

    /// <summary>A member left the market; nothing more happens on the account.</summary>
    public sealed record Departed(DateOnly Day, int Member, string Key) : MarketAct(Day, Member, Key);
}
