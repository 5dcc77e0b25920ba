using System.Text.Json.Nodes;
using Market.Orders.Counter;
using Market.Orders.Models;
using Market.Orders.OnSale;
using Market.Orders.Ordering;
using Market.Payments.FireTests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace Market.Payments.FireTests.Goods;

/// <summary>What is weighed, corrected and taken along at the counter is on the order and on the account, and is undone while the person stands there.</summary>
public abstract class CounterActionTests(MarketFixture fixture)
{
    private int _entries;

    [Fact]
    public async Task What_is_weighed_is_posted_once_and_undone()
    {
        var stall = await OpenAsync();
        var order = await PlaceAsync(stall, hens: 2);
        var data = new JsonObject { ["order"] = order, ["product"] = stall.Hen, ["weight"] = "1450+1392" };

        var taken = await TakenAsync<WeighAction>(stall, data);
        Assert.Equal((190L, order), (taken.Answer.Amount?.MinorUnits, taken.Answer.OrderId));
        Assert.Empty((await TakenAsync<WeighAction>(stall, data)).Answer.OperationIds);

        var undone = await UndoAsync<WeighAction>(stall, taken);
        Assert.Equal(-190, Assert.IsType<CounterAnswer.Taken>(undone).Amount?.MinorUnits);
        Assert.Equal([-3600, 190, -190], await PostedAsync(stall));
        Assert.True(Assert.Single((await OrderAsync(stall))!.Lines).IsEstimated);
    }

    [Fact]
    public async Task A_line_is_corrected_with_its_reason_and_undone_only_while_it_is_as_it_was_left()
    {
        var stall = await OpenAsync();
        var order = await PlaceAsync(stall, eggs: 6);
        var first = await TakenAsync<LineAction>(stall, new JsonObject { ["order"] = order, ["product"] = stall.Egg, ["quantity"] = 4, ["reason"] = "Two are\nbroken" });
        var second = await TakenAsync<LineAction>(stall, new JsonObject { ["order"] = order, ["product"] = stall.Egg, ["price"] = 30, ["reason"] = "Small" });
        Assert.Equal([-240, 80, 40], await PostedAsync(stall));
        Assert.Equal("Two are broken", (await fixture.Market.StatementAsync(stall.Account)).Operations[1].Memo);

        Assert.IsType<CounterAnswer.Refused>(await UndoAsync<LineAction>(stall, first));
        Assert.IsType<CounterAnswer.Taken>(await UndoAsync<LineAction>(stall, second));
        Assert.IsType<CounterAnswer.Taken>(await UndoAsync<LineAction>(stall, first));
        Assert.Equal([-240, 80, 40, -40, -80], await PostedAsync(stall));
    }

    [Fact]
    public async Task Who_did_not_order_takes_along_and_more_of_it_and_all_of_it_is_undone()
    {
        var stall = await OpenAsync(floor: 0);
        var placed = await TakenAsync<OrderAction>(stall, Lines((stall.Egg, "quantity", 6), (stall.Hen, "grams", 1500)));
        var more = await TakenAsync<OrderAction>(stall, Lines((stall.Hen, "grams", 1000), (stall.Cheese, "grams", 359)));
        Assert.Equal([-2040, -1663], await PostedAsync(stall));
        var lines = (await OrderAsync(stall))!.Lines;
        Assert.Equal([(6, null), (2, 2500), (359, 359)], lines.Select(line => (line.Quantity, line.WeightGrams)));

        Assert.IsType<CounterAnswer.Taken>(await UndoAsync<OrderAction>(stall, more));
        Assert.Equal(2, (await OrderAsync(stall))!.Lines.Count);
        Assert.IsType<CounterAnswer.Taken>(await UndoAsync<OrderAction>(stall, placed));
        Assert.Null(await OrderAsync(stall));
        Assert.Equal(0, (await PostedAsync(stall)).Sum());
        Assert.IsType<CounterAnswer.Refused>(await UndoAsync<OrderAction>(stall, placed));
    }

    [Fact]
    public async Task What_is_taken_along_has_the_price_of_the_list_and_goes_beyond_its_stock()
    {
        var stall = await OpenAsync();
        await fixture.Market.InScopeAsync(services => services.GetRequiredService<SaleLists>().SaveAsync(new SaveSaleList
        {
            DistributionId = stall.Distribution,
            Items = [new SaleItem { ProductId = stall.Egg, PriceMinorUnits = 45, Stock = 5 }],
            Stamp = SaleLists.StampOf([]),
        }));

        var taken = await TakenAsync<OrderAction>(stall, Lines((stall.Egg, "quantity", 6)));
        Assert.Equal((6, 0), await StockAsync());
        Assert.IsType<CounterAnswer.Refused>(await TakeAsync<OrderAction>(stall, Lines((stall.Cheese, "grams", 300))));
        Assert.IsType<CounterAnswer.Taken>(await UndoAsync<OrderAction>(stall, taken));
        Assert.Equal((0, 5), await StockAsync());
        Assert.Equal([-270, 270], await PostedAsync(stall));

        async Task<(int, int?)> StockAsync()
        {
            var item = Assert.Single(await fixture.Market.InScopeAsync(services => services.GetRequiredService<SaleLists>().ListAsync(stall.Distribution)));
            return ((int)item.Taken, item.Left);
        }
    }

    [Fact]
    public async Task What_was_ordered_by_weight_is_weighed_before_more_is_taken()
    {
        var stall = await OpenAsync();
        await PlaceAsync(stall, hens: 1);

        Assert.IsType<CounterAnswer.Refused>(await TakeAsync<OrderAction>(stall, Lines((stall.Hen, "grams", 900))));
        Assert.Equal([-1800], await PostedAsync(stall));
    }

    [Fact]
    public async Task What_cannot_be_is_refused_and_leaves_nothing()
    {
        var stall = await OpenAsync();
        var order = await PlaceAsync(stall, eggs: 6, hens: 1);
        JsonObject Of(string product, string name, JsonNode value) => new() { ["order"] = order, ["product"] = product, [name] = value, ["reason"] = "Because" };

        var refused = new[]
        {
            await TakeAsync<WeighAction>(stall, Of(stall.Hen, "weight", -1)),
            await TakeAsync<WeighAction>(stall, Of(stall.Hen, "weight", "999999+1")),
            await TakeAsync<WeighAction>(stall, Of(stall.Hen, "weight", 1.5)),
            await TakeAsync<WeighAction>(stall, Of(stall.Hen, "other", 1)),
            await TakeAsync<WeighAction>(stall, Of(stall.Egg, "weight", 100)),
            await TakeAsync<WeighAction>(stall, Of("other", "weight", 100)),
            await TakeAsync<WeighAction>(stall, new JsonObject { ["order"] = "other", ["product"] = stall.Hen, ["weight"] = 100 }),
            await TakeAsync<LineAction>(stall, Of(stall.Egg, "quantity", -1)),
            await TakeAsync<LineAction>(stall, Of(stall.Egg, "quantity", long.MaxValue)),
            await TakeAsync<LineAction>(stall, Of(stall.Egg, "price", -1)),
            await TakeAsync<LineAction>(stall, Of(stall.Egg, "price", long.MaxValue)),
            await TakeAsync<LineAction>(stall, Of(stall.Egg, "other", 1)),
            await TakeAsync<LineAction>(stall, new JsonObject { ["order"] = order, ["product"] = stall.Egg, ["quantity"] = 1 }),
            await TakeAsync<OrderAction>(stall, []),
            await TakeAsync<OrderAction>(stall, Lines(("other", "quantity", 1))),
            await TakeAsync<OrderAction>(stall, Lines((stall.Egg, "quantity", 0))),
            await TakeAsync<OrderAction>(stall, Lines((stall.Egg, "quantity", 999))),
            await TakeAsync<OrderAction>(stall, Lines((stall.Cheese, "grams", -5))),
            await TakeAsync<OrderAction>(stall, Lines((stall.Cheese, "quantity", 5))),
            await TakeAsync<OrderAction>(stall, Lines((stall.Cheese, "grams", 999_999), (stall.Cheese, "grams", 1))),
        };

        Assert.All(refused, answer => Assert.NotEmpty(Assert.IsType<CounterAnswer.Refused>(answer).Sentence));
        Assert.Equal([-2040], await PostedAsync(stall));
    }

    private static JsonObject Lines(params (string Product, string Name, int Value)[] lines) =>
        new() { ["lines"] = new JsonArray([.. lines.Select(line => (JsonNode)new JsonObject { ["product"] = line.Product, [line.Name] = line.Value })]) };

    private async Task<Stall> OpenAsync(long? floor = null)
    {
        var account = await fixture.Market.OpenAccountAsync(floor);
        var (distribution, products) = await fixture.Market.AddGoodsAsync(
            part => part.PriceMinorUnits = 40,
            part => (part.SoldBy, part.PieceGrams, part.PriceMinorUnits) = (SoldBy.WeighedPiece, 1500, 1200),
            part => (part.SoldBy, part.StepGrams, part.PriceMinorUnits) = (SoldBy.Weight, 100, 1290));
        return new Stall(account, distribution, products[0], products[1], products[2]);
    }

    private async Task<string> PlaceAsync(Stall stall, int eggs = 0, int hens = 0)
    {
        var result = await fixture.Market.InScopeAsync(services => services.GetRequiredService<OrderService>().PlaceAsync(new PlaceOrder
        {
            AccountId = stall.Account,
            DistributionId = stall.Distribution,
            Quantities = new Dictionary<string, int> { [stall.Egg] = eggs, [stall.Hen] = hens },
            FormKey = "form",
            UserId = "clerk",
        }));
        return Assert.IsType<OrderResult.Done>(result).Order.OrderId;
    }

    private async Task<(CounterAnswer.Taken Answer, CounterTaken Entry)> TakenAsync<TAction>(Stall stall, JsonObject data)
        where TAction : ICounterAction
    {
        var entry = Entry(stall, data);
        var answer = Assert.IsType<CounterAnswer.Taken>(await RunAsync<TAction>(action => action.TakeAsync(entry)));
        return (answer, new CounterTaken(entry.Id, entry.Kind, entry.AccountId, entry.DistributionId, data, answer.OperationIds));
    }

    private Task<CounterAnswer> TakeAsync<TAction>(Stall stall, JsonObject data)
        where TAction : ICounterAction => RunAsync<TAction>(action => action.TakeAsync(Entry(stall, data)));

    private Task<CounterAnswer> UndoAsync<TAction>(Stall stall, (CounterAnswer.Taken Answer, CounterTaken Entry) taken)
        where TAction : ICounterAction => RunAsync<TAction>(action => action.UndoAsync(Entry(stall, []), taken.Entry));

    private Task<CounterAnswer> RunAsync<TAction>(Func<TAction, Task<CounterAnswer>> ask)
        where TAction : ICounterAction => fixture.Market.WorkAsync(work => work.RunAsync(
        services => ask(ActivatorUtilities.CreateInstance<TAction>(services)),
        answer => answer is CounterAnswer.Taken));

    // As it comes over the wire: what a test puts into an object is typed otherwise.
    private CounterEntry Entry(Stall stall, JsonObject data) => new(
        $"{stall.Account}-{Interlocked.Increment(ref _entries)}", "kind", stall.Account, stall.Distribution, (JsonObject)JsonNode.Parse(data.ToJsonString())!, null, "volunteer", fixture.Market.Clock.Today, false);

    private async Task<IReadOnlyList<long>> PostedAsync(Stall stall) => [.. (await fixture.Market.StatementAsync(stall.Account)).Operations.Select(operation => operation.Amount.MinorUnits)];

    private Task<Order?> OrderAsync(Stall stall) => fixture.Market.InScopeAsync(services => services.GetRequiredService<OrderStore>().FindPlacedAsync(stall.Account, stall.Distribution));

    private sealed record Stall(string Account, string Distribution, string Egg, string Hen, string Cheese);
}

public sealed class CounterActionsOnSqlite(SqliteMarket fixture) : CounterActionTests(fixture), IClassFixture<SqliteMarket>;

public sealed class CounterActionsOnPostgres(PostgresMarket fixture) : CounterActionTests(fixture), IClassFixture<PostgresMarket>;
