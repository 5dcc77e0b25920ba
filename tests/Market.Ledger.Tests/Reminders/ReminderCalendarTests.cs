using System.Globalization;
using Market.Ledger.Accounts;
using Market.Ledger.Allocations;
using Market.Ledger.Amounts;
using Market.Ledger.Reminders;

namespace Market.Ledger.Tests.Reminders;

/// <summary>The ladder's calendar: a history of days and balances, and what goes out on a day.</summary>
public sealed class ReminderCalendarTests
{
    // Owing more than 10 €; two weeks of grace; then a mail, three weeks later a second, three weeks later an obligatory third, two weeks
    // later the coordinator. Sundays and Christmas are quiet.
    private static readonly ReminderLadder Ladder = new(
        Euro(10),
        [new ReminderStep(0), new ReminderStep(21), new ReminderStep(21, IsObligatory: true)])
    {
        GraceDays = 14,
        DigestAfterDays = 14,
        CooldownDays = 14,
        Cap = 3,
        QuietDays = new QuietDays([DayOfWeek.Sunday], [QuietPeriod.Read("24/12-02/01")!]),
        MaxBankAgeDays = 10,
    };

    // Debts are "day amount", reminders "day step", with 0 for the digest.
    [Theory]
    [InlineData("nothing is owed", "", "", "2026-03-02", "BelowThreshold")]
    [InlineData("as much as the threshold", "2026-01-05 10", "", "2026-03-02", "BelowThreshold")]
    [InlineData("a cent more", "2026-01-05 10.01", "", "2026-03-02", "Send 1")]
    [InlineData("the day of the debt", "2026-03-02 30", "", "2026-03-02", "InGrace until 2026-03-16")]
    [InlineData("the last day of grace", "2026-03-02 30", "", "2026-03-15", "InGrace until 2026-03-16")]
    [InlineData("after the grace", "2026-03-02 30", "", "2026-03-16", "Send 1")]
    [InlineData("an order of a day to come", "2026-03-26 30", "", "2026-03-16", "InGrace until 2026-04-09")]
    [InlineData("cents for long, and an order of a day to come", "2026-01-05 0.60, 2026-03-26 30", "", "2026-03-16", "InGrace until 2026-04-09")]
    [InlineData("small debts that come to enough", "2026-01-05 6, 2026-01-12 6", "", "2026-03-16", "Send 1")]
    [InlineData("the day after the first mail", "2026-03-02 30", "2026-03-16 1", "2026-03-17", "NotDue until 2026-04-06")]
    [InlineData("three weeks after the first mail", "2026-03-02 30", "2026-03-16 1", "2026-04-06", "Send 2")]
    [InlineData("the second came late, so does the third", "2026-03-02 30", "2026-03-16 1, 2026-04-20 2", "2026-05-08", "NotDue until 2026-05-11")]
    [InlineData("the third", "2026-03-02 30", "2026-03-16 1, 2026-04-06 2", "2026-04-27", "Send 3")]
    [InlineData("after the third", "2026-03-02 30", "2026-03-16 1, 2026-04-06 2, 2026-04-27 3", "2026-05-09", "NotDue until 2026-05-11")]
    [InlineData("the digest", "2026-03-02 30", "2026-03-16 1, 2026-04-06 2, 2026-04-27 3", "2026-05-11", "Digest")]
    [InlineData("after the digest", "2026-03-02 30", "2026-03-16 1, 2026-04-06 2, 2026-04-27 3, 2026-05-11 0", "2026-09-07", "HandedOver")]
    [InlineData("the old debt is paid, a newer one starts anew", "2026-04-30 30", "2026-03-16 1, 2026-04-06 2, 2026-04-27 3, 2026-05-11 0", "2026-05-18", "HandedOver")]
    [InlineData("a debt since the digest starts anew", "2026-05-12 30", "2026-03-16 1, 2026-04-06 2, 2026-04-27 3, 2026-05-11 0", "2026-05-26", "Send 1")]
    [InlineData("a part is paid: the ladder goes on", "2026-03-02 12", "2026-03-16 1", "2026-04-06", "Send 2")]
    [InlineData("a debt that the first mail told of goes on", "2026-03-10 30", "2026-03-16 1", "2026-04-06", "Send 2")]
    [InlineData("a debt after the first mail starts anew", "2026-03-17 30", "2026-03-16 1", "2026-04-06", "Send 1")]
    [InlineData("anew, but the mail for the other debt is recent", "2026-04-07 30", "2026-03-16 1, 2026-04-06 2, 2026-04-14 3", "2026-04-21", "NotDue until 2026-04-28")]
    [InlineData("cents left of an old debt that was handed over, and a newer one", "2026-03-02 0.20, 2026-07-06 60", "2026-03-16 1, 2026-04-06 2, 2026-04-27 3, 2026-05-11 0", "2026-07-20", "Send 1")]
    [InlineData("the newer debt goes on by itself", "2026-03-02 0.20, 2026-07-06 60", "2026-03-16 1, 2026-04-06 2, 2026-04-27 3, 2026-05-11 0, 2026-07-20 1", "2026-08-10", "Send 2")]
    [InlineData("the newer debt is within its grace", "2026-03-02 0.20, 2026-07-06 60", "2026-03-16 1", "2026-07-13", "InGrace until 2026-07-20")]
    [InlineData("as much as the threshold left of an old debt", "2026-03-02 10, 2026-07-06 60", "2026-03-16 1, 2026-05-11 0", "2026-07-20", "Send 1")]
    [InlineData("a cent more left of the old debt is still the old one", "2026-03-02 10.01, 2026-07-06 60", "2026-03-16 1, 2026-05-11 0", "2026-07-20", "HandedOver")]
    [InlineData("a Sunday", "2026-03-01 30", "", "2026-03-15", "QuietDay")]
    [InlineData("Christmas", "2026-12-01 30", "", "2026-12-24", "QuietDay")]
    [InlineData("after New Year", "2026-12-01 30", "", "2027-01-02", "QuietDay")]
    [InlineData("the year goes on", "2026-12-01 30", "", "2027-01-04", "Send 1")]
    public void A_day_and_a_balance_give_a_step(string @case, string debts, string past, string today, string expected)
    {
        Assert.NotEmpty(@case);
        Assert.Equal(expected, Said(Ladder, Account(debts, past), today));
    }

    [Theory]
    [InlineData("covers all", 30, "PaymentAnnounced")]
    [InlineData("leaves the threshold", 20, "PaymentAnnounced")]
    [InlineData("leaves more", 19.99, "Send 1")]
    public void An_announced_payment_covers_a_debt_whatever_the_basis(string @case, double pending, string expected)
    {
        Assert.NotEmpty(@case);
        foreach (var basis in Enum.GetValues<ReminderBasis>())
        {
            Assert.Equal(expected, Said(Ladder with { Basis = basis }, Account("2026-03-02 30", "", pending), "2026-03-16"));
        }
    }

    [Theory]
    [InlineData(30, 30, "Send 1", 30)]
    [InlineData(30, 10, "PaymentAnnounced", 10)]
    [InlineData(20, 0.01, "Send 1", 10.01)]
    public void An_announcement_that_is_overdue_covers_nothing(double pending, double overdue, string expected, double owed)
    {
        foreach (var basis in Enum.GetValues<ReminderBasis>())
        {
            var account = Account("2026-03-02 30", "", pending) with { OverduePending = Euro((decimal)overdue) };
            Assert.Equal(expected, Said(Ladder with { Basis = basis }, account, "2026-03-16"));
            Assert.Equal(Euro(basis is ReminderBasis.Projected ? (decimal)owed : 30), account.Owed(basis));
        }
    }

    [Fact]
    public void An_announced_payment_pays_the_overdue_debt_first()
    {
        Assert.Equal("PaymentAnnounced", Said(Ladder, Account("2026-03-02 30, 2026-03-26 40", "", pending: 25), "2026-03-16"));
    }

    [Theory]
    [InlineData(ReminderBasis.Confirmed, 3000)]
    [InlineData(ReminderBasis.Projected, 1500)]
    public void The_basis_is_what_the_mail_says_is_owed(ReminderBasis basis, long expected)
    {
        Assert.Equal(expected, Account("2026-03-02 30", "", pending: 15).Owed(basis).MinorUnits);
    }

    [Theory]
    [InlineData("2026-03-16", "", "OptedOut until 2026-04-27")]
    [InlineData("2026-04-06", "", "OptedOut until 2026-04-27")]
    [InlineData("2026-04-27", "", "Send 3")]
    [InlineData("2026-04-06", "2026-03-16 1", "OptedOut until 2026-04-27")]
    [InlineData("2026-04-27", "2026-03-16 1", "Send 3")]
    [InlineData("2026-05-11", "2026-04-27 3", "Digest")]
    public void Who_opted_out_gets_the_obligatory_mail_in_its_time(string today, string past, string expected)
    {
        Assert.Equal(expected, Said(Ladder, Account("2026-03-02 30", past) with { IsOptedOut = true }, today));
    }

    [Theory]
    [InlineData("2026-05-09", "NoAddress until 2026-05-11")]
    [InlineData("2026-05-11", "Digest")]
    public void Who_has_no_address_reaches_the_coordinator_in_the_same_time(string today, string expected)
    {
        Assert.Equal(expected, Said(Ladder, Account("2026-03-02 30", "") with { HasAddress = false }, today));
    }

    [Theory]
    [InlineData("2026-03-16", "Paused until 2026-03-21")]
    [InlineData("2026-03-20", "Paused until 2026-03-21")]
    [InlineData("2026-03-21", "Send 1")]
    public void A_pause_lasts_through_its_last_day(string today, string expected)
    {
        Assert.Equal(expected, Said(Ladder, Account("2026-03-02 30", "") with { PausedUntil = Day("2026-03-20") }, today));
    }

    [Theory]
    [InlineData(null, "BankDataUnknown")]
    [InlineData("2026-03-06", "Send 1")]
    [InlineData("2026-03-05", "BankDataOld")]
    public void Old_or_unknown_bank_data_stops_reminders_where_there_is_a_bank(string? until, string expected)
    {
        var account = Account("2026-03-02 30", "") with { HasBankData = true, BankDataUntil = until is null ? null : Day(until) };
        Assert.Equal(expected, Said(Ladder, account, "2026-03-16"));
        Assert.Equal("Send 1", Said(Ladder with { MaxBankAgeDays = null }, account, "2026-03-16"));
        Assert.Equal("Send 1", Said(Ladder, account with { HasBankData = false, BankDataUntil = null }, "2026-03-16"));
    }

    // Mails that fail are "day step", each with the day of its first failure.
    [Theory]
    [InlineData("tried again until the next step's time", "2026-03-17 1", "", "2026-04-06", "Send 1")]
    [InlineData("failed for as long as the next step takes", "2026-03-17 1", "", "2026-04-07", "Send 2")]
    [InlineData("the next one fails too", "2026-03-17 1, 2026-04-07 2", "", "2026-04-27", "Send 2")]
    [InlineData("and is passed over in turn", "2026-03-17 1, 2026-04-07 2", "", "2026-04-28", "Send 3")]
    [InlineData("the last one is tried until the coordinator's time", "2026-03-17 1, 2026-04-07 2, 2026-04-28 3", "", "2026-05-11", "Send 3")]
    [InlineData("then the coordinator hears", "2026-03-17 1, 2026-04-07 2, 2026-04-28 3", "", "2026-05-12", "Digest")]
    [InlineData("the first came, the second fails", "2026-04-07 2", "2026-03-16 1", "2026-04-28", "Send 3")]
    [InlineData("what failed for another debt does not count", "2026-03-01 1", "", "2026-04-06", "Send 1")]
    public void A_mail_that_keeps_failing_is_passed_over(string @case, string failing, string past, string today, string expected)
    {
        Assert.NotEmpty(@case);
        var account = Account("2026-03-02 30", past) with { Failing = [.. Pairs(failing).Select(pair => new FailingReminder((int)pair.Value, pair.Day))] };
        Assert.Equal(expected, Said(Ladder, account, today));
    }

    [Fact]
    public void A_mail_that_keeps_failing_is_tried_for_ever_where_no_step_follows()
    {
        var ladder = Ladder with { Steps = [new ReminderStep(0)], DigestAfterDays = null };
        var account = Account("2026-03-02 30", "") with { Failing = [new FailingReminder(1, Day("2026-03-16"))] };
        Assert.Equal("Send 1", Said(ladder, account, "2026-08-03"));
    }

    // The doubtful reminder is the last one of the past.
    [Theory]
    [InlineData("the same debt", "2026-03-02 30", "2026-03-16 1", "2026-03-17", "Send 1")]
    [InlineData("soon after a mail for another debt", "2026-03-02 30", "2026-03-01 2, 2026-03-16 1", "2026-03-17", "Send 1")]
    [InlineData("a later mail went out since", "2026-03-02 30", "2026-04-06 2, 2026-03-16 1", "2026-04-27", "Overtaken")]
    [InlineData("a Sunday", "2026-03-02 30", "2026-03-16 1", "2026-03-22", "Send 1")]
    [InlineData("the second", "2026-03-02 30", "2026-03-16 1, 2026-04-06 2", "2026-04-07", "Send 2")]
    [InlineData("the debt is paid", "", "2026-03-16 1", "2026-03-17", "BelowThreshold")]
    [InlineData("another debt", "2026-03-17 30", "2026-03-16 1", "2026-04-06", "Overtaken")]
    [InlineData("another debt within its grace", "2026-03-17 30", "2026-03-16 1", "2026-03-18", "InGrace until 2026-03-31")]
    [InlineData("the coordinator has been told since", "2026-03-02 30", "2026-05-11 0, 2026-04-27 3", "2026-05-12", "HandedOver")]
    public void A_doubtful_reminder_goes_out_again_only_while_it_is_the_next_step(string @case, string debts, string past, string today, string expected)
    {
        Assert.NotEmpty(@case);
        var account = Account(debts, past);
        Assert.Equal(expected, Said(ReminderRules.DecideAgain(Ladder with { CooldownDays = 30 }, account, account.Past[^1], Day("2026-03-02"), Day(today))));
    }

    [Fact]
    public void A_doubtful_reminder_does_not_go_out_again_to_who_opted_out_or_is_paused_or_had_as_many_as_may_be()
    {
        var account = Account("2026-03-02 30", "2026-03-16 1, 2026-04-06 2");
        Assert.Equal("OptedOut until 2026-04-27", Again(Ladder, account with { IsOptedOut = true }));
        Assert.Equal("Paused until 2026-04-21", Again(Ladder, account with { PausedUntil = Day("2026-04-20") }));
        Assert.Equal("CapReached", Again(Ladder with { Cap = 1, DigestAfterDays = null }, account));

        static string Again(ReminderLadder ladder, ReminderCase account) => Said(ReminderRules.DecideAgain(ladder, account, account.Past[^1], Day("2026-03-02"), Day("2026-04-07")));
    }

    [Fact]
    public void What_is_overdue_is_what_has_had_its_days_of_grace()
    {
        var account = Account("2026-03-02 30, 2026-03-26 40", "", pending: 5);
        Assert.Equal(Euro(30), account.Overdue(Ladder, ReminderBasis.Confirmed, Day("2026-03-16")));
        Assert.Equal(Euro(25), account.Overdue(Ladder, ReminderBasis.Projected, Day("2026-03-16")));
        Assert.Equal(Euro(70), account.Overdue(Ladder, ReminderBasis.Confirmed, Day("2026-04-09")));
        Assert.Equal(Euro(0), account.Overdue(Ladder, ReminderBasis.Projected, Day("2026-03-15")));
    }

    [Fact]
    public void A_closed_account_is_left_alone()
    {
        Assert.Equal("Closed", Said(Ladder, Account("2026-03-02 30", "") with { IsOpen = false }, "2026-03-16"));
    }

    [Theory]
    [InlineData("2026-04-12", "Cooldown until 2026-04-13")]
    [InlineData("2026-04-13", "Send 1")]
    public void Two_mails_to_a_member_are_apart_whatever_the_debt(string today, string expected)
    {
        var ladder = Ladder with { GraceDays = 3, QuietDays = QuietDays.None };
        Assert.Equal(expected, Said(ladder, Account("2026-04-01 30", "2026-03-30 2"), today));
    }

    [Theory]
    [InlineData("2026-03-30", "NotDue until 2026-04-30")]
    [InlineData("2026-04-30", "Digest")]
    public void The_cap_hands_over_before_the_next_mail(string today, string expected)
    {
        Assert.Equal(expected, Said(Ladder with { Cap = 1, DigestAfterDays = 45 }, Account("2026-03-02 30", "2026-03-16 1"), today));
    }

    [Fact]
    public void Without_a_digest_the_ladder_ends()
    {
        var ladder = Ladder with { DigestAfterDays = null };
        Assert.Equal("CapReached", Said(ladder with { Cap = 2 }, Account("2026-03-02 30", "2026-03-16 1, 2026-04-06 2"), "2026-06-01"));
        Assert.Equal("LadderDone", Said(ladder with { Cap = 9 }, Account("2026-03-02 30", "2026-03-16 1, 2026-04-06 2, 2026-04-27 3"), "2026-06-01"));
        Assert.Equal("NoLadder", Said(ladder with { Steps = [] }, Account("2026-03-02 30", ""), "2026-06-01"));
    }

    private static string Said(ReminderLadder ladder, ReminderCase account, string today) => Said(ReminderRules.Decide(ladder, account, Day(today)));

    private static string Said(ReminderDecision decision) => decision switch
    {
        ReminderDecision.Send send => $"Send {send.Mail}",
        ReminderDecision.Digest => "Digest",
        ReminderDecision.Skip { Until: { } until } skip => $"{skip.Reason} until {until:yyyy-MM-dd}",
        ReminderDecision.Skip skip => skip.Reason.ToString(),
        var other => other.ToString(),
    };

    private static ReminderCase Account(string debts, string past, double pending = 0)
    {
        var open = Pairs(debts).Select(pair => new OpenDebt(pair.Day, OperationKind.Order, "order", null, Euro(pair.Value))).ToList();
        var owed = open.Aggregate(Euro(0), (sum, debt) => sum + debt.Remaining);
        return new ReminderCase(new Balances(-owed, Euro((decimal)pending)), open)
        {
            Past = [.. Pairs(past).Select(pair => new PastReminder((int)pair.Value, pair.Day))],
        };
    }

    private static IEnumerable<(DateOnly Day, decimal Value)> Pairs(string text) => text
        .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(pair => (Day(pair[..10]), decimal.Parse(pair[11..], CultureInfo.InvariantCulture)));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Money Euro(decimal units) => new((long)(units * 100), Currency.Euro);
}
