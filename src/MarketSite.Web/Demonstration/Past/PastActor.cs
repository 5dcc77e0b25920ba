using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Ledger.Drawers;
using Market.Orders.Models;
using Market.Orders.OnSale;
using Market.Orders.Ordering;
using Market.Payments;
using Market.Payments.Counter;
using Market.Payments.Counter.Closing;
using Market.Payments.Fees;
using Market.Payments.Models;
using Market.Payments.Reminders.Indexes;
using Market.Payments.Reminders.Models;
using Market.Rehearsal;
using OrchardCore.ContentManagement;
using ISession = YesSql.ISession;

namespace MarketSite.Web.Demonstration.Past;

/// <summary>Plays acts inside one unit of work, through the doors that this has.</summary>
public sealed class PastActor(
    PastStage stage,
    Goods goods,
    Assortment assortment,
    ILedger ledger,
    ILedgerStore store,
    ClosingSheets sheets,
    ClosingDesk closings,
    FeeBooks fees,
    FeePlanner feePlans,
    IDrawers drawers,
    IContentManager contents,
    IBulkWork bulk,
    ISession session)
{
    private const long Float = 10000;

    private static readonly string[] Reasons = ["Les restes à payer passent aux comptes", "Deux absents, prévenus par téléphone", "Fin de distribution, tout est compté"];

    private readonly ActPoster _poster = new(ledger, store, stage.Places);

    private IReadOnlyList<Offer> _offers = [];

    public async Task<bool> PlayAsync(IReadOnlyList<MarketAct> acts)
    {
        var played = 0;
        foreach (var act in acts)
        {
            stage.Moment.GoTo(act.Day, 18);
            await PlayAsync(act, acts);
            if (++played % 20 == 0)
            {
                await bulk.LetGoAsync();
            }
        }

        await ChargeAsync([.. acts.OfType<MarketAct.Charged>()]);
        return true;
    }

    private Task PlayAsync(MarketAct act, IReadOnlyList<MarketAct> acts) => act switch
    {
        MarketAct.Announced announced => AnnounceAsync(announced),
        MarketAct.Ordered order => OrderAsync(order),
        MarketAct.Over over => CloseAsync(over, acts),
        MarketAct.Reminded reminded => RemindAsync(reminded),
        MarketAct.Departed departed => DepartAsync(departed),

        // Charged all together, and given back by the bank, each by a desk of its own.
        MarketAct.Charged or MarketAct.Unpaid => Task.CompletedTask,
        _ => _poster.PostAsync(act),
    };

    private async Task AnnounceAsync(MarketAct.Announced announced)
    {
        stage.Moment.GoTo(announced.Day.AddDays(-7), 9);
        var day = await goods.DistributionAsync(announced.Day);
        stage.Announce(announced.Distribution, day.Id);
        _offers = await assortment.ListAsync(day.Id, order: null);
        stage.Moment.GoTo(announced.Day, 17);
        if (HasDrawer(announced.Distribution))
        {
            await RecordAsync(new DrawerRequest(DrawerMovement.Opened, DrawerId(announced.Distribution), stage.UserId, DrawerId(announced.Distribution))
            {
                Name = "Caisse",
                DistributionId = day.Id,
                Amount = PastStage.Euros(Float),
            });
        }
    }

    private async Task OrderAsync(MarketAct.Ordered order)
    {
        var member = stage.Members[order.Member];
        var placed = order.Day.AddDays(-2).ToDateTime(new TimeOnly(9 + (order.Member % 10), order.Member % 60), DateTimeKind.Utc);
        var kept = new Order
        {
            OrderId = order.OrderId,
            AccountId = member.AccountId,
            DistributionId = stage.DistributionId(order.Distribution),
            Date = order.Day,
            Lines = [.. Basket.Fill(_offers, order.Lines.ToDictionary(line => stage.Products[line.Product], line => line.Quantity, StringComparer.Ordinal), Currency.Euro, isBound: false).Lines],
            Currency = Currency.Euro.Code,
            Status = OrderStatus.Placed,
            Revision = 1,
            PlacedUtc = placed,
            ChangedUtc = placed,
            PlacedBy = member.UserId,
            ChangedBy = member.UserId,
            FormKey = order.Key,
        };
        await session.SaveAsync(kept, checkConcurrency: false, OrdersConstants.Collection);
        await _poster.PostAsync(order);
        session.Detach(kept, OrdersConstants.Collection);
        if (HasDrawer(order.Distribution))
        {
            await session.SaveAsync(
                Collection.Of(order.OrderId, member, stage.DistributionId(order.Distribution), order.Day, stage.UserId),
                checkConcurrency: false,
                CounterCollection.Name);
        }
    }

    private async Task CloseAsync(MarketAct.Over over, IReadOnlyList<MarketAct> acts)
    {
        stage.Moment.GoTo(over.Day, 20);
        await bulk.LetGoAsync();
        if (HasDrawer(over.Distribution))
        {
            await CountAsync(over.Distribution, acts);
        }

        var id = stage.DistributionId(over.Distribution);
        var seen = (await sheets.FindAsync(id))!.Sheet.Code();
        var result = await closings.CloseAsync(new CloseDistribution(id, seen, Reasons[over.Distribution % Reasons.Length], over.Key, stage.UserId));
        if (result is not ClosingResult.Done)
        {
            throw new InvalidOperationException($"The demonstration's distribution of {over.Day:O} was not closed: {result}");
        }
    }

    // The last one was short: a note was given for another.
    private async Task CountAsync(int distribution, IReadOnlyList<MarketAct> acts)
    {
        var isShort = distribution == stage.Terms.Distributions - 1;
        var counted = Float + Taken(acts, BuiltInMethods.Cash) - (isShort ? 500 : 0);
        await RecordAsync(new DrawerRequest(DrawerMovement.Closed, DrawerId(distribution), stage.UserId, DrawerId(distribution) + ":closed")
        {
            Counted = PastStage.Euros(counted),
            ToBank = PastStage.Euros(Math.Max(0, counted - Float)),
            TerminalSlip = PastStage.Euros(Taken(acts, BuiltInMethods.CardTerminal)),
            Reason = isShort ? "Rendu sur 20 au lieu de 10, probablement" : null,
        });
    }

    private async Task RecordAsync(DrawerRequest request)
    {
        if (await drawers.RecordAsync(request) is not DrawerResult.Done)
        {
            throw new InvalidOperationException($"The demonstration's drawer was not kept: {request}");
        }
    }

    private async Task ChargeAsync(IReadOnlyList<MarketAct.Charged> charged)
    {
        if (charged.Count == 0)
        {
            return;
        }

        var request = new FeeRequest
        {
            Name = $"{charged[0].Reason} {charged[0].Day.Year}",
            Kind = OperationKind.Fee,
            Amount = -PastStage.Euros(charged[0].Cents),
            OccurredOn = charged[0].Day,
            AccountIds = [.. charged.Select(act => stage.Members[act.Member].AccountId)],
            BelowFloorToo = true,
        };
        stage.Moment.GoTo(charged[0].Day, 19);
        var answer = await fees.PostAsync(request, (await feePlans.PreviewAsync(request)).Seen, FeeRequest.HashOf(charged[0].Key), stage.UserId);
        if (answer.Outcome is not FeeOutcome.Done)
        {
            throw new InvalidOperationException($"The demonstration's fees were not charged: {answer.Outcome}");
        }
    }

    private async Task RemindAsync(MarketAct.Reminded reminded)
    {
        var member = stage.Members[reminded.Member];
        await session.SaveAsync(
            new ReminderRecord
            {
                ReminderId = $"past-{reminded.Member}-{reminded.Day:yyyyMMdd}",
                AccountId = member.AccountId,
                Step = reminded.Step,
                DebtSince = reminded.Since,
                Day = reminded.Day,
                Owed = reminded.Cents,
                State = ReminderState.Sent,
                ClaimedAt = At(reminded.Day),
                SentAt = At(reminded.Day),
                UserId = member.UserId,
                Subject = $"{DemonstrationDetails.Name} : il vous reste {PastStage.Euros(reminded.Cents)} à régler",
            },
            checkConcurrency: false,
            RemindersCollection.Name);
    }

    private async Task DepartAsync(MarketAct.Departed departed)
    {
        await bulk.LetGoAsync();
        var client = (await contents.GetAsync(stage.Members[departed.Member].AccountId, VersionOptions.DraftRequired))!;
        client.Alter<ClientAccountPart>(part => part.Status = AccountStatus.Closed);
        await contents.PublishAsync(client);
    }

    private static DateTimeOffset At(DateOnly day) => new(day.ToDateTime(new TimeOnly(18, 0)), TimeSpan.Zero);

    private static long Taken(IReadOnlyList<MarketAct> acts, string method) => acts.Sum(act => act switch
    {
        MarketAct.Paid paid when paid.Method == method => paid.Cents,
        MarketAct.GivenBack back when back.Method == method => -back.Cents,
        _ => 0,
    });

    private bool HasDrawer(int distribution) => distribution >= stage.Terms.Distributions - 2;

    private static string DrawerId(int distribution) => $"past-drawer-{distribution}";
}
