using CsCheck;
using Market.Ledger.Allocations;
using Market.Ledger.Amounts;
using Market.Ledger.Trends;

namespace Market.Ledger.Tests.Trends;

public sealed class DebtTrendTests
{
    private static readonly Month January = new(2026, 1);

    [Fact]
    public void What_is_owed_is_as_old_as_the_latest_charges_that_come_to_it()
    {
        var trend = Of(4, Row("anna", 0, -30_00, -30_00), Row("anna", 1, -20_00, -20_00), Row("anna", 2, 10_00, -5_00));

        Assert.Equal((30_00, 0, 0, 0), Ages(trend[0]));
        Assert.Equal((20_00, 30_00, 0, 0), Ages(trend[1]));
        Assert.Equal((5_00, 20_00, 15_00, 0), Ages(trend[2]));
        Assert.Equal((0, 5_00, 20_00, 15_00), Ages(trend[3]));
        Assert.Equal(40_00, trend[3].Owed.MinorUnits);
    }

    [Fact]
    public void Credit_of_one_account_pays_no_debt_of_another()
    {
        var trend = Of(1, Row("anna", 0, -30_00, -30_00), Row("ben", 0, 45_00, 0));

        Assert.Equal((30_00, 45_00), (trend[0].Owed.MinorUnits, trend[0].Held.MinorUnits));
    }

    [Fact]
    public void What_was_before_the_first_month_counts_and_is_old()
    {
        var trend = Of(2, Row("anna", -1, -12_00, -300_00));

        Assert.Equal((0, 12_00, 0, 0), Ages(trend[0]));
        Assert.Equal((0, 0, 12_00, 0), Ages(trend[1]));
    }

    [Fact]
    public void An_order_taken_back_later_leaves_the_older_debt()
    {
        // Charged 20 in January and 30 in February; February's is taken back in March.
        var trend = Of(3, Row("anna", 0, -20_00, -20_00), Row("anna", 1, -30_00, -30_00), Row("anna", 2, 30_00, 30_00));

        Assert.Equal((0, 0, 20_00, 0), Ages(trend[2]));
    }

    [Fact]
    public void A_debt_that_no_charge_explains_is_old_and_none_is_lost()
    {
        var trend = Of(1, Row("anna", 0, -7_00, 0));

        Assert.Equal((0, 0, 0, 7_00), Ages(trend[0]));
    }

    [Fact]
    public void Months_without_an_operation_are_there()
    {
        Assert.Equal(["2025-12", "2026-01", "2026-02"], DebtTrend.Of([], new Month(2025, 12), new Month(2026, 2), Currency.Euro).Select(month => month.Month.ToString()));
        Assert.Empty(DebtTrend.Of([], new Month(2026, 2), January, Currency.Euro));
    }

    [Fact]
    public void The_ages_come_to_what_is_owed_and_agree_with_the_ledgers_own() =>
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 5], Gen.Int[-50, 50].Where(amount => amount != 0)).List[1, 30].Sample(Agree);

    private static void Agree(List<(int Account, int Month, int Amount)> operations)
    {
        var rows = operations.GroupBy(one => (one.Account, one.Month)).Select(group => Row(
            $"a{group.Key.Account}", group.Key.Month, group.Sum(one => one.Amount), group.Where(one => one.Amount < 0).Sum(one => one.Amount)));

        var trend = DebtTrend.Of(rows, January, January.Plus(5), Currency.Euro);

        for (var month = 0; month < 6; month++)
        {
            var balances = operations.Where(one => one.Month <= month).GroupBy(one => one.Account).Select(account => account.Sum(one => one.Amount)).ToList();
            Assert.Equal(-balances.Where(balance => balance < 0).Sum(), trend[month].Owed.MinorUnits);
            Assert.Equal(balances.Where(balance => balance > 0).Sum(), trend[month].Held.MinorUnits);
            var ages = operations.GroupBy(one => one.Account).Select(account => Age(account.Where(one => one.Month <= month).OrderBy(one => one.Month), January.Plus(month))).ToList();
            Assert.Equal((ages.Sum(age => age[0]), ages.Sum(age => age[1]), ages.Sum(age => age[2]), ages.Sum(age => age[3])), Ages(trend[month]));
        }
    }

    [Theory]
    [InlineData(0, 100_00, 0)]
    [InlineData(50_00, 100_00, 45)]
    [InlineData(100_00, 100_00, 90)]
    [InlineData(1, 181, 0)]
    [InlineData(1, 180, 1)]
    [InlineData(long.MaxValue, 1, int.MaxValue)]
    public void Time_to_pay_is_what_is_owed_in_days_of_what_was_charged(long owed, long charged, int days) =>
        Assert.Equal(days, TimeToPay.Days(new Money(owed, Currency.Euro), new Money(charged, Currency.Euro), new Month(2026, 3)));

    [Theory]
    [InlineData(0)]
    [InlineData(-5_00)]
    public void Where_nothing_was_charged_there_is_nothing_to_wait_for(long charged) =>
        Assert.Null(TimeToPay.Days(new Money(10_00, Currency.Euro), new Money(charged, Currency.Euro), January));

    // The ledger's own allocation, at the end of a month, by months instead of days.
    private static long[] Age(IEnumerable<(int Account, int Month, int Amount)> operations, Month end)
    {
        var posted = operations.Select((one, place) => new Operation
        {
            Id = $"{place}",
            AccountId = "a",
            Sequence = place + 1,
            Kind = OperationKind.Adjustment,
            Amount = new Money(one.Amount, Currency.Euro),
            OccurredOn = January.Plus(one.Month).FirstDay,
            RecordedAt = default,
            RecordedBy = string.Empty,
            IdempotencyKey = string.Empty,
            PreviousHash = string.Empty,
            Hash = string.Empty,
        });
        var ages = new long[4];
        foreach (var debt in Allocation.Of(posted, Currency.Euro).Debts)
        {
            ages[Math.Min(end.Since(Month.Of(debt.Since)), 3)] += debt.Remaining.MinorUnits;
        }

        return ages;
    }

    private static IReadOnlyList<DebtMonth> Of(int months, params AccountMonth[] rows) => DebtTrend.Of(rows, January, January.Plus(months - 1), Currency.Euro);

    private static AccountMonth Row(string account, int month, long moved, long charged) => new(account, January.Plus(month), new Money(moved, Currency.Euro), new Money(charged, Currency.Euro));

    private static (long, long, long, long) Ages(DebtMonth month) => (month.OfTheMonth.MinorUnits, month.OneMonthOld.MinorUnits, month.TwoMonthsOld.MinorUnits, month.Older.MinorUnits);
}
