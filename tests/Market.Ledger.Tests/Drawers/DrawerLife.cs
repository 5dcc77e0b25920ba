using Market.Ledger.Amounts;
using Market.Ledger.Drawers;
using Market.Ledger.Postings;
using Market.Ledger.Vat;

namespace Market.Ledger.Tests.Drawers;

/// <summary>A market whose cash lies in drawers, in memory.</summary>
internal sealed class DrawerLife
{
    private readonly List<DrawerEntry> _entries = [];

    private int _keys;

    public TestMarket Market { get; } = new();

    public IReadOnlyList<DrawerEntry> Entries => _entries;

    public DrawerHead Head => _entries.Aggregate(new DrawerHead(0, string.Empty), (head, entry) => head.After(entry));

    public IReadOnlyList<Drawer> Drawers =>
        [.. _entries.GroupBy(entry => entry.DrawerId).Select(entries => new Drawer([.. entries]))];

    public Drawer? OpenDrawer => Drawers.FirstOrDefault(drawer => drawer.Closing is null);

    public DrawerRequest Ask(DrawerMovement movement, string drawer = "drawer-1") => new(movement, drawer, "anna", $"form-{++_keys}") { Name = "Till" };

    public async Task<DrawerFigures> FiguresAsync(Drawer drawer) => await DrawerFigures.OfAsync(
        Market.Store.Operations
            .Where(operation => operation.RecordedAt >= drawer.OpenedAt)
            .ToAsyncEnumerable(),
        drawer,
        drawer.Closing?.RecordedAt ?? DateTimeOffset.MaxValue);

    /// <summary>What should lie in the drawer that was closed last.</summary>
    public async Task<Money> LeftAsync() => Drawers.LastOrDefault(drawer => drawer.TakesUnnamed && drawer.Closing is not null) is { } last
        ? last.Closing!.Counted!.Value + Cash(last) - last.Closing.Cash!.Value
        : Money.Zero(Currency.Euro);

    public async Task<DrawerFault?> RecordAsync(DrawerRequest request)
    {
        Market.Now = Market.Now.AddSeconds(1);
        var drawer = Drawers.FirstOrDefault(drawer => drawer.Id == request.DrawerId);
        var (steps, fault) = request.Movement is DrawerMovement.Opened
            ? DrawerRules.Open(request, [.. Drawers.Where(open => open.Closing is null)], await LeftAsync())
            : DrawerRules.Go(request, drawer!, await FiguresAsync(drawer!));
        foreach (var step in steps)
        {
            _entries.Add(Head.Next(step, TestMarket.Day, Now));
        }

        return fault;
    }

    public async Task<Operation> PayAsync(decimal units, string? drawer = null)
    {
        Market.Now = Market.Now.AddSeconds(1);
        var posting = Market.Of(units > 0 ? OperationKind.Payment : OperationKind.Refund, units);
        if (drawer is not null)
        {
            posting = posting with { Details = new Dictionary<string, string> { [DrawerDetails.Drawer] = drawer } };
        }

        return ((PostingResult.Posted)await Market.Ledger.PostAsync(posting)).Operation;
    }

    public async Task<Operation> PayChequeAsync(decimal units)
    {
        Market.Now = Market.Now.AddSeconds(1);
        var posting = Market.Of(OperationKind.Payment, units) with { Method = "cheque", Details = new Dictionary<string, string> { ["number"] = "1" } };
        return ((PostingResult.Posted)await Market.Ledger.PostAsync(posting)).Operation;
    }

    public async Task<Operation> SellAsync(decimal units, VatSplit? split)
    {
        Market.Now = Market.Now.AddSeconds(1);
        var posting = Market.Of(OperationKind.Order, -units) with { Details = split?.WriteTo(new Dictionary<string, string>()) ?? new Dictionary<string, string>() };
        return ((PostingResult.Posted)await Market.Ledger.PostAsync(posting)).Operation;
    }

    public async Task ReverseAsync(Operation operation)
    {
        Market.Now = Market.Now.AddSeconds(1);
        await Market.Ledger.ReverseAsync(new ReversalRequest
        {
            AccountId = operation.AccountId,
            OperationId = operation.Id,
            Reason = "Mistaken",
            OccurredOn = TestMarket.Day,
            RecordedBy = "anna",
            IdempotencyKey = Market.NewKey(),
        });
    }

    private DateTimeOffset Now => new(Market.Now, TimeSpan.Zero);

    private Money Cash(Drawer since) => new(
        Market.Store.Operations.Where(operation => operation.Method == "cash" && operation.RecordedAt >= since.OpenedAt).Sum(operation => operation.Amount.MinorUnits),
        Currency.Euro);
}
