using Market.Ledger.Amounts;
using Market.Ledger.Drawers;
using Market.Ledger.Vat;

namespace Market.Ledger.Tests.Drawers;

/// <summary>What a drawer should hold, and what is not recorded of it.</summary>
public class DrawerTests
{
    private static Money Euros(decimal units) => TestMarket.Euros(units);

    private readonly DrawerLife _life = new();

    [Fact]
    public async Task It_should_hold_its_float_what_members_paid_in_cash_and_what_came_from_the_bank_or_went_there()
    {
        await _life.PayAsync(7);
        await OpenAsync(50);
        await _life.PayAsync(20);
        await _life.PayAsync(-5);
        var mistaken = await _life.PayAsync(9);
        await _life.ReverseAsync(mistaken);
        await _life.ReverseAsync(await _life.PayAsync(-3));
        Assert.Null(await _life.RecordAsync(_life.Ask(DrawerMovement.Brought) with { Amount = Euros(30) }));
        Assert.Null(await _life.RecordAsync(_life.Ask(DrawerMovement.Taken) with { Amount = Euros(60) }));

        var figures = await _life.FiguresAsync(First);
        Assert.Equal([new MethodTotal("cash", Euros(20), Euros(5))], figures.Methods);
        Assert.Equal(Euros(35), First.Expected(figures.Cash));
        Assert.Equal(new DrawerFault(DrawerFaultKind.MoreThanThere, Euros(35)), await _life.RecordAsync(_life.Ask(DrawerMovement.Taken) with { Amount = Euros(35.01m) }));
    }

    [Fact]
    public async Task A_difference_is_closed_with_a_reason_and_what_goes_to_the_bank_leaves_the_rest()
    {
        await OpenAsync(50);
        await _life.PayAsync(100);
        var close = _life.Ask(DrawerMovement.Closed) with { Counted = Euros(149.50m), ToBank = Euros(100), TerminalSlip = Euros(12) };
        Assert.Equal(new DrawerFault(DrawerFaultKind.ReasonMissing, Euros(-0.50m)), await _life.RecordAsync(close with { Reason = " \t" }));
        Assert.Equal(new DrawerFault(DrawerFaultKind.MoreThanThere, Euros(149.50m)), await _life.RecordAsync(close with { Reason = "Change", ToBank = Euros(149.51m) }));
        Assert.Equal(new DrawerFault(DrawerFaultKind.Moved, Euros(150)), await _life.RecordAsync(close with { Reason = "Change", Seen = Euros(140) }));
        Assert.Null(await _life.RecordAsync(close with { Reason = "Change", Seen = Euros(150) }));

        var closing = First.Closing!;
        Assert.Equal((Euros(-0.50m), Euros(100), Euros(50), Euros(49.50m)), (closing.Amount, closing.Cash, closing.Expected, closing.Counted));
        Assert.Equal(Euros(49.50m), First.Expected(closing.Cash!.Value));
        Assert.Equal(Euros(12), closing.Amount(DrawerDetails.TerminalSlip));
        Assert.Equal([DrawerMovement.Opened, DrawerMovement.Taken, DrawerMovement.Closed], First.Entries.Select(entry => entry.Movement));
        Assert.Equal(DrawerFaultKind.Closed, (await _life.RecordAsync(close))!.Kind);

        // What is recorded while none is open is in the next one's beginning.
        await _life.PayAsync(4);
        await OpenAsync(53.50m, "drawer-2");
        Assert.Equal(Euros(53.50m), _life.OpenDrawer!.Entries[0].Amount(DrawerDetails.Left));
    }

    [Fact]
    public async Task Its_closing_says_what_was_sold_by_rates_of_VAT_and_what_by_none()
    {
        await OpenAsync(0);
        var split = VatSplit.Of([new(550, Euros(10.55m)), new(2_000, Euros(12))], Currency.Euro);
        await _life.SellAsync(22.55m, split);
        await _life.SellAsync(4, null);
        var more = VatSplit.Of([new(550, Euros(10.55m))], Currency.Euro);
        await _life.SellAsync(10.55m, more);
        await _life.SellAsync(-10.55m, more.Opposite());
        await _life.ReverseAsync(await _life.SellAsync(3, null));
        Assert.Null(await _life.RecordAsync(_life.Ask(DrawerMovement.Closed) with { Counted = Euros(0) }));

        Assert.Equal(split.ToString(), First.Closing!.Details[DrawerDetails.Vat]);
        Assert.Equal(Euros(4), First.Closing.Amount(DrawerDetails.WithoutVat));
    }

    [Fact]
    public async Task It_is_counted_by_its_pieces_and_a_sum_that_was_typed_is_compared()
    {
        await OpenAsync(0);
        var pieces = new Dictionary<long, long> { [2_000] = 3, [50] = 5, [1] = 0 };
        var count = _life.Ask(DrawerMovement.Counted) with { Pieces = pieces };
        Assert.Null(await _life.RecordAsync(count));
        Assert.Equal(Euros(62.50m), First.Entries[^1].Counted);
        Assert.Equal(Euros(62.50m), First.Entries[^1].Difference);
        Assert.Equal(["pieces.2000=3", "pieces.50=5"], First.Entries[^1].Details.Select(detail => $"{detail.Key}={detail.Value}"));

        Assert.Equal(new DrawerFault(DrawerFaultKind.CountsDiffer, Euros(62.50m)), await _life.RecordAsync(count with { Counted = Euros(62) }));
        Assert.Equal(DrawerFaultKind.CountMissing, (await _life.RecordAsync(count with { Pieces = new Dictionary<long, long>() }))!.Kind);
        Assert.Equal(DrawerFaultKind.NotPieces, (await _life.RecordAsync(count with { Pieces = new Dictionary<long, long> { [2_000] = -1 } }))!.Kind);
        Assert.Equal(DrawerFaultKind.NotPieces, (await _life.RecordAsync(count with { Pieces = new Dictionary<long, long> { [3] = 1 } }))!.Kind);
        Assert.Equal(DrawerFaultKind.TooLarge, (await _life.RecordAsync(count with { Pieces = new Dictionary<long, long> { [50_000] = long.MaxValue } }))!.Kind);
        Assert.Equal(DrawerFaultKind.TooLarge, (await _life.RecordAsync(count with { Pieces = new Dictionary<long, long> { [50_000] = 100_000 } }))!.Kind);
        Assert.Equal(DrawerFaultKind.AmountMissing, (await _life.RecordAsync(_life.Ask(DrawerMovement.Counted) with { Counted = Euros(-1) }))!.Kind);
        Assert.Equal(DrawerFaultKind.TooLarge, (await _life.RecordAsync(_life.Ask(DrawerMovement.Counted) with { Counted = new Money(long.MaxValue, Currency.Euro) }))!.Kind);
    }

    [Fact]
    public async Task Another_takes_it_over_and_nobody_from_themselves()
    {
        await OpenAsync(10);
        var over = _life.Ask(DrawerMovement.HandedOver) with { Counted = Euros(9) };
        Assert.Equal(DrawerFaultKind.SameHolder, (await _life.RecordAsync(over))!.Kind);
        Assert.Null(await _life.RecordAsync(over with { RecordedBy = "bert" }));
        Assert.Equal("bert", First.Holder);
        Assert.Equal("anna", First.Entries[^1].Details[DrawerDetails.From]);
        Assert.Equal(Euros(-1), First.Entries[^1].Difference);
        Assert.Equal(Euros(10), First.Moved);
    }

    [Fact]
    public async Task A_second_drawer_takes_what_names_it_and_the_first_all_else()
    {
        await OpenAsync(10);
        Assert.Equal(DrawerFaultKind.AlreadyOpen, (await _life.RecordAsync(_life.Ask(DrawerMovement.Opened, "drawer-2") with { Name = " till ", Amount = Euros(1) }))!.Kind);
        Assert.Equal(DrawerFaultKind.NameMissing, (await _life.RecordAsync(_life.Ask(DrawerMovement.Opened, "drawer-2") with { Name = new string('x', 41), Amount = Euros(1) }))!.Kind);
        Assert.Equal(DrawerFaultKind.AmountMissing, (await _life.RecordAsync(_life.Ask(DrawerMovement.Opened, "drawer-2") with { Name = "Bread" }))!.Kind);
        Assert.Null(await _life.RecordAsync(_life.Ask(DrawerMovement.Opened, "drawer-2") with { Name = "Bread", Amount = Euros(5) }));
        await _life.PayAsync(3);
        await _life.ReverseAsync(await _life.PayAsync(8, drawer: "drawer-2"));
        await _life.PayAsync(4, drawer: "drawer-2");
        await _life.PayAsync(2, drawer: "drawer-1");

        Assert.Null(Drawer.ToName([_life.Drawers[0]], "distribution-1"));
        Assert.Null(Drawer.ToName(_life.Drawers, "distribution-1"));
        Assert.Equal("drawer-2", Drawer.ToName([_life.Drawers[1]], "distribution-1")!.Id);
        Assert.Equal([Euros(5), Euros(4)], [(await _life.FiguresAsync(_life.Drawers[0])).Cash, (await _life.FiguresAsync(_life.Drawers[1])).Cash]);

        // What names it and comes as it is closed is said to be late, and lies in no other's sum.
        await _life.RecordAsync(_life.Ask(DrawerMovement.Closed, "drawer-2") with { Counted = Euros(9) });
        await _life.PayAsync(6, drawer: "drawer-2");
        await _life.PayAsync(1);
        Assert.Equal([Euros(6), Euros(10)], [(await _life.FiguresAsync(_life.Drawers[0])).Cash, (await _life.FiguresAsync(_life.Drawers[1])).Cash]);
    }

    [Fact]
    public async Task A_form_that_is_sent_again_is_known_by_what_it_asked_for()
    {
        var open = _life.Ask(DrawerMovement.Opened) with { Amount = Euros(10), Pieces = new Dictionary<long, long> { [1_000] = 1 } };
        await _life.RecordAsync(open);
        Assert.True(DrawerRules.IsOf(_life.Entries[0], open with { DrawerId = "another" }));
        Assert.False(DrawerRules.IsOf(_life.Entries[0], open with { Amount = Euros(11), Pieces = new Dictionary<long, long>() }));
        var taken = _life.Ask(DrawerMovement.Taken) with { Amount = Euros(4) };
        await _life.RecordAsync(taken);
        Assert.True(DrawerRules.IsOf(_life.Entries[1], taken));
        Assert.False(DrawerRules.IsOf(_life.Entries[1], taken with { Amount = Euros(5) }));
        Assert.False(DrawerRules.IsOf(_life.Entries[1], taken with { DrawerId = "another" }));
        var close = _life.Ask(DrawerMovement.Closed) with { Counted = Euros(6), ToBank = Euros(2) };
        await _life.RecordAsync(close);
        Assert.True(DrawerRules.IsOf(_life.Entries[^1], close));
        Assert.False(DrawerRules.IsOf(_life.Entries[^1], close with { Counted = Euros(7) }));
    }

    [Theory]
    [InlineData("EUR", 50_000, 15)]
    [InlineData("CHF", 50_000, 15)]
    [InlineData("JPY", 50_000, 15)]
    [InlineData("TND", 500_000, 18)]
    public void Every_currency_has_notes_and_coins(string code, long largest, int count)
    {
        var values = Denominations.Of(Currency.FromCode(code));
        Assert.Equal((largest, 1L, count), (values[0], values[^1], values.Count));
        Assert.Equal(values.OrderDescending(), values);
    }

    private Drawer First => _life.Drawers[0];

    private async Task OpenAsync(decimal units, string id = "drawer-1") =>
        Assert.Null(await _life.RecordAsync(_life.Ask(DrawerMovement.Opened, id) with { Amount = Euros(units) }));
}
