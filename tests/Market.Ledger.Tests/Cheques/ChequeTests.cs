using Market.Ledger.Amounts;
using Market.Ledger.Cheques;

namespace Market.Ledger.Tests.Cheques;

/// <summary>Where a cheque may go from where it stands, and what a slip of them comes to.</summary>
public class ChequeTests
{
    private static readonly DateOnly Day = TestMarket.Day;

    public static TheoryData<ChequeState> States => [.. Enum.GetValues<ChequeState>()];

    [Theory]
    [MemberData(nameof(States))]
    public void It_goes_from_hand_to_slip_to_bank_and_nowhere_else(ChequeState state)
    {
        var cheque = Of(20) with { State = state };

        Allows(ChequeState.InHand, () => cheque.PutOn(1));
        Allows(ChequeState.InHand, () => cheque.PutAside());
        Allows(ChequeState.OnSlip, () => cheque.TakenOff());
        Allows(ChequeState.OnSlip, () => cheque.Banked());
        Allows(ChequeState.Banked, () => cheque.Bounced(Day, "No funds"));
        Assert.Equal(state is ChequeState.Ahead or ChequeState.InHand, cheque.IsInHand);

        void Allows(ChequeState from, Action step) => Assert.Equal(state != from, Record.Exception(step) is InvalidOperationException);
    }

    [Fact]
    public void One_whose_payment_is_reversed_leaves_the_hand_and_stays_where_the_paper_is()
    {
        Assert.Equal(ChequeState.Reversed, Of(20).Reversed().State);
        Assert.Equal(ChequeState.OnSlip, Of(20).PutOn(1).Reversed().State);
        Assert.Equal(ChequeState.Reversed, Of(20).PutOn(1).Reversed().TakenOff().State);
        Assert.Equal(ChequeState.Banked, Of(20).PutOn(1).Banked().Reversed().State);
        Assert.Equal(ChequeState.Bounced, Of(20).PutOn(1).Banked().Reversed().Bounced(Day, "No funds").State);
    }

    [Fact]
    public void A_day_of_ours_says_when_it_goes_to_the_bank_and_the_law_how_long_it_may()
    {
        Assert.Equal(Day, Of(20).BankDay);
        Assert.Equal(Day.AddDays(40), (Of(20) with { BankOn = Day.AddDays(40) }).BankDay);
        Assert.Equal(new DateOnly(2026, 3, 22), Of(20).LastDay);
    }

    [Theory]
    [InlineData(100, new[] { 30, 20, 50 })]
    [InlineData(70, new[] { 30, 20 })]
    [InlineData(60, new[] { 30, 20 })]
    [InlineData(25, new[] { 20 })]
    [InlineData(19, new int[0])]
    public void Cheques_are_chosen_up_to_a_total_those_that_are_due_first(int most, int[] chosen)
    {
        var cheques = new[] { Of(50) with { BankOn = Day.AddDays(9) }, Of(30), Of(20) with { BankOn = Day.AddDays(1) } };

        Assert.Equal(chosen.Select(units => TestMarket.Euros(units)), ChequeChoice.UpTo(cheques, TestMarket.Euros(most)).Select(cheque => cheque.Amount));
    }

    [Fact]
    public void A_slip_goes_to_the_bank_once_with_what_is_on_it()
    {
        var (first, second) = (Of(30).PutOn(7), Of(20).PutOn(7));
        var slip = Slip(first, second);

        Assert.Equal((TestMarket.Euros(50), "REM-7"), (slip.Sum, slip.Reference));
        Assert.Null(slip.Judge(Day, null, [first, second]));
        Assert.Equal(SlipFault.BeforeItsCheques, slip.Judge(Day.AddDays(-1), null, [first, second]));
        Assert.Equal(SlipFault.DayLocked, slip.Judge(Day, Day, [first, second]));
        Assert.Equal(SlipFault.HoldsReversed, slip.Judge(Day, null, [first, second.Reversed()]));
        Assert.Equal(SlipFault.IsEmpty, slip.Without(first.Id).Without(second.Id).Judge(Day, null, []));
        Assert.Equal(SlipFault.IsBanked, (slip with { BankedOn = Day }).Judge(Day, null, [first, second]));
        Assert.Throws<InvalidOperationException>(() => (slip with { BankedOn = Day }).Without(first.Id));
    }

    [Fact]
    public void What_the_bank_gives_back_is_booked_by_its_place_on_the_slip()
    {
        var (first, second) = (Of(30), Of(20));
        var returned = (Slip(first, second) with { BankedOn = Day }).Return("cheque", second.Id, Day.AddDays(3));

        Assert.Equal(("IMP-7-2", TestMarket.Euros(-20), Day.AddDays(3)), (returned.PayoutId, returned.Amount, returned.ArrivedOn));
        Assert.Throws<InvalidOperationException>(() => Slip(first).Return("cheque", second.Id, Day));
    }

    internal static Cheque Of(decimal units) => new()
    {
        Id = "cheque-" + units.ToString(System.Globalization.CultureInfo.InvariantCulture),
        AccountId = TestMarket.Account,
        Amount = TestMarket.Euros(units),
        ReceivedOn = Day,
        State = ChequeState.InHand,
    };

    private static DepositSlip Slip(params Cheque[] cheques) => new()
    {
        Number = 7,
        Currency = Currency.Euro,
        MadeOn = Day,
        MadeBy = "clerk-1",
        FormKey = "key-1",
        Lines = [.. cheques.Select(SlipLine.Of)],
    };
}
