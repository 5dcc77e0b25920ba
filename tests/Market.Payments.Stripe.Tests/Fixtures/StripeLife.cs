using System.Text.Json.Nodes;

namespace Market.Payments.Stripe.Tests.Fixtures;

/// <summary>A type of event about a payment: a life that ends with it, and what it does to the books.</summary>
/// <param name="Type">The type.</param>
/// <param name="Live">Lives it at the fake Stripe, for a session, and tells the events of it in their order.</param>
public sealed record StripeLife(string Type, Func<FakeStripe, string, IReadOnlyList<(string Type, JsonObject Subject)>> Live)
{
    private const string Completed = "checkout.session.completed";

    /// <summary>What stands in the books, of an amount asked for, where the last event comes first or alone.</summary>
    public required Func<long, long[]> Posts { get; init; }

    /// <summary>What stands there where the events come in their order, if that is something else: what came is taken back.</summary>
    public Func<long, long[]>? PostsInOrder { get; init; }

    /// <summary>Whether the payment is awaited in the end.</summary>
    public bool IsAwaited { get; init; }

    /// <summary>Everything that is done something about, but payouts.</summary>
    public static IReadOnlyList<StripeLife> All { get; } =
    [
        new("checkout.session.completed", (stripe, session) => [(Completed, stripe.Pay(session))]) { Posts = Paid },
        new("checkout.session.async_payment_succeeded", (stripe, session) =>
        [
            (Completed, stripe.Pay(session, slowly: true)),
            ("checkout.session.async_payment_succeeded", stripe.Settle(session, succeeded: true)),
        ]) { Posts = Paid },
        new("checkout.session.async_payment_failed", (stripe, session) =>
        [
            (Completed, stripe.Pay(session, slowly: true)),
            ("checkout.session.async_payment_failed", stripe.Settle(session, succeeded: false)),
        ]) { Posts = Nothing },
        new("checkout.session.expired", (stripe, session) => [("checkout.session.expired", stripe.Change(session, "status", "expired"))]) { Posts = Nothing },
        new("payment_intent.processing", (stripe, session) =>
        [
            (Completed, stripe.Pay(session, slowly: true)),
            ("payment_intent.processing", stripe.Get(IntentOf(stripe, session))),
        ]) { Posts = Nothing, IsAwaited = true },
        new("payment_intent.succeeded", (stripe, session) =>
        [
            (Completed, stripe.Pay(session)),
            ("payment_intent.succeeded", stripe.Get(IntentOf(stripe, session))),
        ]) { Posts = Paid },
        new("payment_intent.canceled", (stripe, session) =>
        [
            (Completed, stripe.Pay(session, slowly: true)),
            ("payment_intent.canceled", stripe.Change(IntentOf(stripe, session), "status", "canceled")),
        ]) { Posts = Nothing },
        new("charge.refunded", (stripe, session) =>
        [
            (Completed, stripe.Pay(session)),
            ("charge.refunded", stripe.Get((string)Refund(stripe, session)["charge"]!)),
        ]) { Posts = PaidAndRefunded },
        new("charge.refund.updated", (stripe, session) => [(Completed, stripe.Pay(session)), ("charge.refund.updated", Refund(stripe, session))]) { Posts = PaidAndRefunded },
        new("refund.created", (stripe, session) => [(Completed, stripe.Pay(session)), ("refund.created", Refund(stripe, session))]) { Posts = PaidAndRefunded },
        new("refund.updated", (stripe, session) =>
        {
            var paid = stripe.Pay(session);
            var refund = Refund(stripe, session, "pending");
            return [(Completed, paid), ("refund.created", refund), ("refund.updated", stripe.Change((string)refund["id"]!, "status", "succeeded"))];
        }) { Posts = PaidAndRefunded },
        new("refund.failed", (stripe, session) =>
        {
            var paid = stripe.Pay(session);
            var refund = Refund(stripe, session);
            return [(Completed, paid), ("refund.created", refund), ("refund.failed", stripe.Change((string)refund["id"]!, "status", "failed"))];
        }) { Posts = Paid, PostsInOrder = amount => [amount, -Part(amount), Part(amount)] },
        Dispute("charge.dispute.created", []) with { Posts = Paid },
        Dispute("charge.dispute.updated", ["under_review"]) with { Posts = Paid },
        Dispute("charge.dispute.funds_withdrawn", ["under_review"]) with { Posts = Paid },
        Dispute("charge.dispute.closed", ["lost"]) with { Posts = PaidAndRefunded },
        Dispute("charge.dispute.funds_reinstated", ["lost", "won"]) with { Posts = Paid, PostsInOrder = amount => [amount, -Part(amount), Part(amount)] },
    ];

    /// <summary>How much of an amount is given back or disputed.</summary>
    public static long Part(long amount) => amount / 4;

    private static long[] Nothing(long amount) => [];

    private static long[] Paid(long amount) => [amount];

    private static long[] PaidAndRefunded(long amount) => [amount, -Part(amount)];

    private static string IntentOf(FakeStripe stripe, string session) => (string)stripe.Get(session)["payment_intent"]!;

    private static JsonObject Refund(FakeStripe stripe, string session, string status = "succeeded") =>
        stripe.Refund(IntentOf(stripe, session), Part((long)stripe.Get(session)["amount_total"]!), status);

    // The type is that of the last state; those on the way there are said by the types that say them.
    private static StripeLife Dispute(string type, string[] states) => new(type, (stripe, session) =>
    {
        var life = new List<(string Type, JsonObject Subject)> { (Completed, stripe.Pay(session)) };
        var dispute = stripe.Dispute(IntentOf(stripe, session), Part((long)stripe.Get(session)["amount_total"]!));
        life.Add(("charge.dispute.created", dispute));
        life.AddRange(states.Select(state => (state == states[^1] ? type : "charge.dispute.closed", stripe.Change((string)dispute["id"]!, "status", state))));
        return life;
    })
    { Posts = Paid };
}
