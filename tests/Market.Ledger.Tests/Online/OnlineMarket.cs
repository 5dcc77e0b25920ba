using Market.Ledger.Online;
using Market.Ledger.Pending;
using Market.Ledger.Postings;

namespace Market.Ledger.Tests.Online;

/// <summary>A market that takes online payments, and one payment it asked for.</summary>
internal sealed class OnlineMarket : IOnlineWords
{
    public static readonly DateTimeOffset Noon = new(2025, 3, 14, 12, 0, 0, TimeSpan.Zero);

    private static readonly TestMethod Card = new("card-online");

    public OnlineMarket(OnlinePayment? payment = null)
    {
        Payment = payment ?? Asked();
        Market.Terms = Market.Terms with { Offered = [Card] };
        Books = new OnlineBooks(Market.Ledger, Market.PendingPayments, at => DateOnly.FromDateTime(at.UtcDateTime), this);
    }

    public TestMarket Market { get; } = new();

    public OnlineBooks Books { get; }

    public OnlinePayment Payment { get; }

    public OnlineFacts Facts { get; private set; } = new();

    public OnlineBooked Booked { get; private set; } = new();

    public long Balance => Market.Store.OperationsOf(TestMarket.Account).Sum(operation => operation.Amount.MinorUnits);

    public long Pending => Market.Store.PendingPayments.Where(payment => payment.State is PendingState.Announced).Sum(payment => payment.Amount.MinorUnits);

    public static OnlinePayment Asked(decimal surcharge = 0, params OnlineShare[] shares) => new()
    {
        Id = "payment-1",
        AccountId = TestMarket.Account,
        Method = Card.Name,
        Shares = shares is [] ? [new OnlineShare(TestMarket.Euros(20))] : shares,
        Surcharge = TestMarket.Euros(surcharge),
        IsLive = false,
        RequestedBy = "member-1",
    };

    public static OnlineFact Came(OnlineOutcome outcome, decimal units = 20, int minute = 0) =>
        new OnlineFact.Progress(outcome, TestMarket.Euros(units), Noon.AddMinutes(minute)) { IsLive = false, Reference = "pi_1" };

    public static OnlineFact Refund(string id, decimal units, OnlineRefundState state, int minute = 10) =>
        new OnlineFact.Refunded(new OnlineRefund(id, TestMarket.Euros(units), state, Noon.AddMinutes(minute))) { IsLive = false, Reference = "pi_1" };

    public static OnlineFact Dispute(string id, decimal units, OnlineDisputeState state, int minute) =>
        new OnlineFact.Disputed(new OnlineDispute(id, TestMarket.Euros(units), state, Noon.AddMinutes(minute))) { IsLive = false, Reference = "pi_1" };

    /// <summary>Hears a fact and brings the books to it.</summary>
    public Refusal? Hear(OnlineFact fact)
    {
        Assert.Null(Facts.Judge(Payment, fact));
        Facts = Facts.With(fact);
        var answer = Books.KeepAsync(Payment, Facts, Booked).Result;
        Booked = answer.Booked;
        return answer.Refusal;
    }

    /// <summary>Hears a fact, and loses all of it before it is committed.</summary>
    public void HearAndCrash(OnlineFact fact)
    {
        using (Market.Store.Begin())
        {
            _ = Books.KeepAsync(Payment, Facts.With(fact), Booked).Result;
        }
    }

    public string? NoteOf(OnlinePayment payment) => null;

    public string? NoteOf(OnlinePayment payment, OnlineEntry entry) => entry.Source is OnlineEntrySource.Payment ? null : $"{entry.Source}";

    public string WhyMoved(DateOnly day) => "Its day is closed";

    public string WhyReversed(string entryKey) => "It failed";

    public string WhyCancelled(OnlineOutcome outcome) => "It did not come";
}
