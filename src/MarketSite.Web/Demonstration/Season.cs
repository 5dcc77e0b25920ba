using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Ledger.Pending;
using Market.Ledger.Postings;
using Market.Orders.Ordering;
using Market.Payments;
using Market.Payments.Counter;
using Market.Payments.Counter.Closing;
using ISession = YesSql.ISession;

namespace MarketSite.Web.Demonstration;

/// <summary>What happened so far: two distributions ordered, collected and mostly paid, with a few mistakes put right, the first of them closed, and the next one's first orders.</summary>
internal sealed class Season(Crowd crowd, Stall stall, IUnitOfWork work, OrderService orders)
{
    private int _keys;

    public async Task PlayAsync()
    {
        await OpeningsAsync();
        await FirstDistributionAsync();
        await SecondDistributionAsync();
        await NextDistributionAsync();
    }

    private async Task OpeningsAsync()
    {
        var day = stall.First.Date.AddDays(-1);
        await PostAsync("marc", OperationKind.OpeningBalance, 4200, day, memo: "Reprise de l'ancien cahier");
        await PostAsync("helene", OperationKind.OpeningBalance, -3150, day, memo: "Reprise de l'ancien cahier");
    }

    private async Task FirstDistributionAsync()
    {
        var day = stall.First;
        var placed = new Dictionary<string, (string Id, long Total)>(StringComparer.Ordinal)
        {
            ["member"] = await OrderAsync("member", day, (0, 2), (1, 1), (8, 1), (15, 1), (17, 1)),
            ["amelie"] = await OrderAsync("amelie", day, (2, 1), (8, 1), (13, 2)),
            ["helene"] = await OrderAsync("helene", day, (0, 1), (3, 2), (9, 1), (18, 1), (19, 1)),
            ["marc"] = await OrderAsync("marc", day, (4, 1), (10, 1), (14, 1)),
            ["jean"] = await OrderAsync("jean", day, (2, 1), (7, 1), (11, 1), (16, 1)),
            ["sophie"] = await OrderAsync("sophie", day, (5, 2), (12, 1), (13, 3)),
            ["karim"] = await OrderAsync("karim", day, (2, 2), (7, 1), (18, 1)),
            ["nadia"] = await OrderAsync("nadia", day, (6, 1), (8, 2)),
        };
        await PayAsync("member", 1310, BuiltInMethods.Cheque, day.Date, placed["member"].Id, ("cheque-number", "0004512"), ("cheque-bank", "Crédit Agricole"));
        await PayAsync("amelie", placed["amelie"].Total, BuiltInMethods.Cash, day.Date, placed["amelie"].Id);
        await PayAsync("jean", placed["jean"].Total, BuiltInMethods.CardTerminal, day.Date, placed["jean"].Id, ("terminal-ticket", "000187"));
        await PayAsync("sophie", 4000, BuiltInMethods.Transfer, day.Date.AddDays(1), null, ("transfer-reference", "VIR SEPA BERNARD"));
        await PayAsync("karim", placed["karim"].Total, BuiltInMethods.Cheque, day.Date, placed["karim"].Id, ("cheque-number", "7710023"), ("cheque-bank", "La Banque Postale"));

        // A slip of the finger, put right: nothing is erased.
        var slip = await PayAsync("nadia", 12300, BuiltInMethods.Cash, day.Date, placed["nadia"].Id);
        await ReverseAsync("nadia", slip, day.Date, "123,00 saisi au lieu de 12,30");
        await PayAsync("nadia", placed["nadia"].Total, BuiltInMethods.Cash, day.Date, placed["nadia"].Id);
        await CollectAsync(day, placed.Where(order => order.Key != "marc").Select(order => (order.Key, order.Value.Id)));
        await CloseAsync(day, "Les restes à payer passent aux comptes");
    }

    private async Task SecondDistributionAsync()
    {
        var day = stall.Second;
        var placed = new Dictionary<string, (string Id, long Total)>(StringComparer.Ordinal)
        {
            ["member"] = await OrderAsync("member", day, (0, 1), (3, 1), (9, 1), (17, 2)),
            ["amelie"] = await OrderAsync("amelie", day, (1, 1), (8, 1), (14, 1), (16, 1)),
            ["jean"] = await OrderAsync("jean", day, (5, 1), (10, 1)),
            ["sophie"] = await OrderAsync("sophie", day, (2, 1), (11, 1), (15, 1)),
            ["lucie"] = await OrderAsync("lucie", day, (0, 2), (7, 1), (13, 4)),
            ["paul"] = await OrderAsync("paul", day, (2, 1), (8, 2), (18, 1)),
            ["theo"] = await OrderAsync("theo", day, (3, 1), (12, 2), (19, 1), (20, 300)),
        };
        await PayAsync("jean", placed["jean"].Total, BuiltInMethods.Cash, day.Date, placed["jean"].Id);
        await PayAsync("lucie", 5000, BuiltInMethods.Cash, day.Date, placed["lucie"].Id);
        await PostAsync("lucie", OperationKind.Refund, -2000, day.Date, BuiltInMethods.Cash, memo: "Rendu sur un billet de 50");
        await PayAsync("paul", placed["paul"].Total, BuiltInMethods.CardTerminal, day.Date, placed["paul"].Id, ("terminal-ticket", "000203"));
        await PostAsync("amelie", OperationKind.Adjustment, 340, day.Date, memo: "Poireaux gelés, rendus");
        await AnnounceAsync("member", 1500, day.Date.AddDays(2));
        await PayAsync("ines", 3000, BuiltInMethods.Transfer, day.Date.AddDays(1), null, ("transfer-reference", "VIR SEPA MOREAU"));
    }

    private async Task NextDistributionAsync()
    {
        var day = stall.Next;
        await OrderAsync("amelie", day, (0, 1), (8, 1));
        await OrderAsync("marc", day, (2, 1), (14, 2));
        await OrderAsync("ines", day, (4, 1), (9, 1), (13, 2));
    }

    private async Task CollectAsync(MarketDay day, IEnumerable<(string Login, string OrderId)> orders) => await work.RunAsync(
        async services =>
        {
            foreach (var (login, id) in orders)
            {
                await services.GetRequiredService<ISession>().SaveAsync(
                    Collection.Of(id, crowd.Members[login], day.Id, day.Date, crowd.CoordinatorId),
                    checkConcurrency: false,
                    CounterCollection.Name);
            }

            return true;
        },
        _ => true);

    private async Task CloseAsync(MarketDay day, string reason)
    {
        var result = await work.RunAsync(
            async services =>
            {
                var seen = (await services.GetRequiredService<ClosingSheets>().FindAsync(day.Id))!.Sheet.Code();
                return await services.GetRequiredService<ClosingDesk>().CloseAsync(new CloseDistribution(day.Id, seen, reason, NextKey(), crowd.CoordinatorId));
            },
            result => result is ClosingResult.Done);
        if (result is not ClosingResult.Done)
        {
            throw new InvalidOperationException($"The demonstration's distribution was not closed: {result}");
        }
    }

    private async Task<(string Id, long Total)> OrderAsync(string login, MarketDay day, params (int Product, int Quantity)[] basket)
    {
        var member = crowd.Members[login];
        var result = await orders.PlaceAsync(new PlaceOrder
        {
            AccountId = member.AccountId,
            DistributionId = day.Id,
            Quantities = basket.ToDictionary(line => stall.Products[line.Product], line => line.Quantity, StringComparer.Ordinal),
            FormKey = NextKey(),
            UserId = member.UserId,
            OnBehalf = true,
        });
        return result is OrderResult.Done { DebitMissing: false } done
            ? (done.Order.OrderId, done.Order.Lines.Sum(line => line.Cost()))
            : throw new InvalidOperationException($"The demonstration's order of '{login}' was not kept: {result}");
    }

    private Task<Operation> PayAsync(string login, long cents, string method, DateOnly day, string? orderId, params (string Name, string Value)[] details) =>
        PostAsync(login, OperationKind.Payment, cents, day, method, orderId, details: details);

    private Task<Operation> PostAsync(
        string login,
        OperationKind kind,
        long cents,
        DateOnly day,
        string? method = null,
        string? orderId = null,
        string? memo = null,
        (string Name, string Value)[]? details = null) =>
        PostedAsync(work.PostAsync(new Posting
        {
            AccountId = crowd.Members[login].AccountId,
            Kind = kind,
            Amount = new Money(cents, Currency.Euro),
            Method = method,
            OrderId = orderId,
            Memo = memo,
            Details = (details ?? []).ToDictionary(detail => detail.Name, detail => detail.Value, StringComparer.Ordinal),
            OccurredOn = day,
            RecordedBy = crowd.CoordinatorId,
            IdempotencyKey = NextKey(),
        }));

    private async Task AnnounceAsync(string login, long cents, DateOnly day)
    {
        var member = crowd.Members[login];
        var result = await work.AnnounceAsync(new Announcement
        {
            AccountId = member.AccountId,
            Amount = new Money(cents, Currency.Euro),
            Method = BuiltInMethods.Transfer,
            AnnouncedOn = day,
            AnnouncedBy = member.UserId,
            IdempotencyKey = NextKey(),
        });
        if (result is not PendingResult.Done)
        {
            throw new InvalidOperationException($"The demonstration's transfer was not announced: {result}");
        }
    }

    private Task<Operation> ReverseAsync(string login, Operation operation, DateOnly day, string reason) =>
        PostedAsync(work.ReverseAsync(new ReversalRequest
        {
            AccountId = crowd.Members[login].AccountId,
            OperationId = operation.Id,
            Reason = reason,
            OccurredOn = day,
            RecordedBy = crowd.CoordinatorId,
            IdempotencyKey = NextKey(),
        }));

    private static async Task<Operation> PostedAsync(Task<PostingResult> posting)
    {
        var result = await posting;
        return result is PostingResult.Posted posted
            ? posted.Operation
            : throw new InvalidOperationException($"The demonstration's operation was not posted: {result}");
    }

    private string NextKey() => $"demonstration:{++_keys}";
}
