using CsCheck;
using Market.Ledger.Accounts;
using Market.Ledger.Allocations;
using Market.Ledger.Amounts;
using Market.Ledger.Reminders;

namespace Market.Ledger.Tests.Reminders;

/// <summary>What holds for every ladder over a year of orders, payments and announcements, asked every day.</summary>
public sealed class ReminderPropertyTests
{
    private const int Days = 365;
    private static readonly DateOnly Start = new(2026, 1, 1);

    private static readonly Gen<ReminderLadder> Ladders =
        from threshold in Gen.Long[0, 3000]
        from steps in Gen.Select(Gen.Int[0, 30], Gen.Bool, (days, obligatory) => new ReminderStep(days, obligatory)).List[0, 4]
        from digest in Gen.Int[-10, 30]
        from grace in Gen.Int[0, 30]
        from cooldown in Gen.Int[0, 40]
        from cap in Gen.Int[1, 5]
        from weekday in Gen.Enum<DayOfWeek>()
        select new ReminderLadder(new Money(threshold, Currency.Euro), steps)
        {
            DigestAfterDays = digest < 0 ? null : digest,
            GraceDays = grace,
            CooldownDays = cooldown,
            Cap = cap,
            QuietDays = new QuietDays([weekday], [QuietPeriod.Read("20/07-31/08")!]),
        };

    // An event of a day: an order, a payment, or what is announced from then on.
    private static readonly Gen<List<(int Day, int Kind, long Amount)>> Stories =
        Gen.Select(Gen.Int[0, Days - 1], Gen.Int[0, 2], Gen.Long[1, 6000], (day, kind, amount) => (day, kind, amount)).List[0, 30];

    [Fact]
    public void No_story_breaks_a_promise() => Gen.Select(Ladders, Stories, Gen.Bool).Sample(
        (ladder, story, optedOut) =>
        {
            var past = new List<(PastReminder Reminder, DateOnly Since)>();
            for (var day = 0; day < Days; day++)
            {
                var today = Start.AddDays(day);
                var account = Account(story, day) with { Past = [.. past.Select(sent => sent.Reminder)], IsOptedOut = optedOut };
                var decision = ReminderRules.Decide(ladder, account, today);
                if (decision.Step is not { } step)
                {
                    Assert.False(Assert.IsType<ReminderDecision.Skip>(decision).Until <= today);
                    continue;
                }

                var since = account.DebtSince(ladder.Threshold)!.Value;
                Assert.True(account.Owed(ReminderBasis.Projected) > ladder.Threshold);
                Assert.True(today >= since.AddDays(ladder.GraceDays));
                Assert.False(ladder.QuietDays.Contains(today));
                Assert.DoesNotContain(past, sent => sent.Reminder.Step == step && sent.Since == since);
                Assert.DoesNotContain(past, sent => sent.Reminder.SentOn == today);
                if (step is not ReminderLadder.DigestStep)
                {
                    Assert.True(ladder.Steps[step - 1].IsObligatory || !optedOut);
                    Assert.DoesNotContain(past, sent => !sent.Reminder.IsDigest && today < sent.Reminder.SentOn.AddDays(ladder.CooldownDays));
                    Assert.True(past.Count(sent => !sent.Reminder.IsDigest && sent.Reminder.SentOn >= since) < ladder.Cap);
                    Assert.DoesNotContain(past, sent => sent.Reminder.SentOn >= since && (sent.Reminder.IsDigest || sent.Reminder.Step >= step));
                }

                past.Add((new PastReminder(step, today), since));
            }
        },
        iter: 2000);

    [Fact]
    public void A_debt_left_alone_reaches_every_step_and_then_the_coordinator() => Ladders.Sample(
        ladder =>
        {
            var debt = new OpenDebt(Start, OperationKind.Order, "order", null, ladder.Threshold + new Money(1, Currency.Euro));
            var past = new List<PastReminder>();
            for (var day = 0; day < 2 * Days; day++)
            {
                var account = new ReminderCase(new Balances(-debt.Remaining, Money.Zero(Currency.Euro)), [debt]) { Past = past };
                if (ReminderRules.Decide(ladder, account, Start.AddDays(day)).Step is { } step)
                {
                    past = [.. past, new PastReminder(step, Start.AddDays(day))];
                }
            }

            int[] mails = [.. Enumerable.Range(1, Math.Min(ladder.Cap, ladder.Steps.Count))];
            Assert.Equal(ladder.DigestAfterDays is null ? mails : [.. mails, ReminderLadder.DigestStep], past.Select(reminder => reminder.Step));
        },
        iter: 500);

    private static ReminderCase Account(List<(int Day, int Kind, long Amount)> story, int day)
    {
        var zero = Money.Zero(Currency.Euro);
        var operations = story.Where(happened => happened.Day <= day && happened.Kind < 2).OrderBy(happened => happened.Day).Select((happened, i) => new Operation
        {
            Id = $"o{i}",
            AccountId = "a",
            Sequence = i + 1,
            Kind = happened.Kind == 0 ? OperationKind.Order : OperationKind.Payment,
            OrderId = happened.Kind == 0 ? $"order{i}" : null,
            Amount = new Money(happened.Kind == 0 ? -happened.Amount : happened.Amount, Currency.Euro),
            OccurredOn = Start.AddDays(happened.Day),
            RecordedAt = default,
            RecordedBy = "test",
            IdempotencyKey = $"k{i}",
            PreviousHash = string.Empty,
            Hash = string.Empty,
        }).ToList();
        var confirmed = operations.Aggregate(zero, (sum, operation) => sum + operation.Amount);
        var announced = story.Where(happened => happened.Kind == 2 && happened.Day <= day && happened.Day > day - 20).Sum(happened => happened.Amount);
        return new ReminderCase(new Balances(confirmed, new Money(announced, Currency.Euro)), Allocation.Of(operations, Currency.Euro).Debts);
    }
}
