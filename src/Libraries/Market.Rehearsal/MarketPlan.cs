using System.Globalization;

namespace Market.Rehearsal;

/// <summary>
/// All that happened at a made-up market, distribution by distribution, and between two of them member by member: who ordered, who paid, how
/// and when. It is told as it is asked for, and
/// keeps a few numbers a member, so that a hundred thousand members and ten million operations take seconds and some megabytes.
/// </summary>
/// <param name="terms">The market.</param>
public sealed class MarketPlan(PlanTerms terms)
{
    // The shortest debt that is written about, and how often at most.
    private const long Remindable = 1500;

    private const int MostReminders = 3;

    private readonly Cast _cast = new(terms);

    /// <summary>The market.</summary>
    public PlanTerms Terms => terms;

    /// <summary>Tells all that happened, anew each time it is called.</summary>
    public IEnumerable<MarketAct> Tell()
    {
        var books = new PlanBooks(terms.Members);
        for (var distribution = 0; distribution < terms.Distributions; distribution++)
        {
            foreach (var act in Distribution(books, distribution).Concat(Meanwhile(books, distribution)))
            {
                yield return act;
            }
        }

        for (var member = 0; member < terms.Settled; member++)
        {
            foreach (var act in Settle(books, member, terms.Distributions, terms.LastDay, "Rendu à la demande du membre"))
            {
                yield return act;
            }
        }
    }

    private IEnumerable<MarketAct> Distribution(PlanBooks books, int distribution)
    {
        var day = terms.DayOf(distribution);
        yield return new MarketAct.Announced(day, distribution, Key(distribution, -1, "announced"));
        var ahead = FirstOfMonthBetween(day.AddDays(-terms.DaysBetween), day);
        for (var member = 0; member < terms.Members; member++)
        {
            if (distribution > _cast.LastOf(member))
            {
                continue;
            }

            var chance = new Chance(terms.Seed, distribution, member);
            var habit = _cast.HabitOf(member);
            if (habit is Habit.Prepaying && ahead is { } transferDay)
            {
                yield return Pay(books, transferDay, member, 4000 + (1000 * (member % 4)), "transfer", Key(distribution, member, "ahead"));
            }

            // Who stops coming ordered something last.
            if (distribution == _cast.LastOf(member) || chance.Happens(habit is Habit.Forgetful ? 70 : 84))
            {
                foreach (var act in Order(books, distribution, day, member, habit, chance))
                {
                    yield return act;
                }
            }
        }

        yield return new MarketAct.Over(day, distribution, Key(distribution, -1, "over"));
    }

    private IEnumerable<MarketAct> Order(PlanBooks books, int distribution, DateOnly day, int member, Habit habit, Chance chance)
    {
        var lines = new List<(int Product, int Quantity)>();
        for (int product = chance.Below(terms.Prices.Count), wanted = 2 + chance.Below(4); wanted > 0; wanted--, product += 1 + chance.Below(2))
        {
            if (lines.TrueForAll(line => line.Product != product % terms.Prices.Count))
            {
                lines.Add((product % terms.Prices.Count, 1 + chance.Below(2)));
            }
        }

        var order = new MarketAct.Ordered(day, member, distribution, OrderId(distribution, member), lines, lines.Sum(line => line.Quantity * terms.Prices[line.Product]), Key(distribution, member, "order"));
        yield return books.After(order);
        if (chance.Happens(2))
        {
            yield return books.After(new MarketAct.Adjusted(day, member, terms.Prices[lines[0].Product], "Abîmé, repris", Key(distribution, member, "adjusted")));
        }

        // At the stall nearly everybody pays, and who forgets it pays the next time.
        var owed = -books.BalanceOf(member);
        if (habit is Habit.Regular or Habit.Left or Habit.Faded && owed > 0 && !(habit is Habit.Faded && distribution == _cast.LastOf(member)) && chance.Happens(94))
        {
            foreach (var act in AtTheStall(books, order, owed, chance))
            {
                yield return act;
            }
        }
    }

    private IEnumerable<MarketAct> AtTheStall(PlanBooks books, MarketAct.Ordered order, long owed, Chance chance)
    {
        var method = Cast.StallMethodOf(order.Member);

        // Cash comes in notes; what is over stays on the account, unless the member wants it back.
        var cents = method == "cash" && chance.Happens(35) ? (owed + 499) / 500 * 500 : owed;
        var paid = new MarketAct.Paid(order.Day, order.Member, cents, method, order.Distribution, order.OrderId, Key(order.Distribution, order.Member, "paid")) { Number = NumberOf(order.Distribution, order.Member) };
        yield return books.After(paid);
        if (method == "cheque")
        {
            books.Cheque(paid);
        }

        if (cents > owed && chance.Happens(60))
        {
            yield return books.After(new MarketAct.GivenBack(order.Day, order.Member, cents - owed, method, "Rendu sur le billet", Key(order.Distribution, order.Member, "change")));
        }
    }

    // What happens until the next distribution.
    private IEnumerable<MarketAct> Meanwhile(PlanBooks books, int distribution)
    {
        var day = terms.DayOf(distribution);
        if (terms.Fee > 0 && distribution == terms.Distributions / 2)
        {
            for (var member = terms.Settled; member < terms.Members; member++)
            {
                if (distribution <= _cast.LastOf(member))
                {
                    yield return books.After(new MarketAct.Charged(day.AddDays(1), member, terms.Fee, "Adhésion annuelle", Key(distribution, member, "fee")));
                }
            }
        }

        if (distribution % 6 == 4 && books.TakeCheque() is { } cheque)
        {
            yield return books.After(new MarketAct.Unpaid(day.AddDays(1), cheque.Member, cheque.Key, 500, Key(distribution, cheque.Member, "unpaid")), cheque.Cents);
        }

        for (var member = 0; member < terms.Members; member++)
        {
            var chance = new Chance(~terms.Seed, distribution, member);
            foreach (var act in Afterwards(books, distribution, day.AddDays(1 + chance.Below(terms.DaysBetween - 1)), member, chance))
            {
                yield return act;
            }
        }
    }

    private IEnumerable<MarketAct> Afterwards(PlanBooks books, int distribution, DateOnly day, int member, Chance chance)
    {
        var (habit, owed) = (_cast.HabitOf(member), -books.BalanceOf(member));
        if (habit is Habit.Left && distribution == _cast.LastOf(member))
        {
            foreach (var act in Settle(books, member, distribution, day, "Solde rendu au départ"))
            {
                yield return act;
            }

            yield return new MarketAct.Departed(day, member, Key(distribution, member, "departed"));
        }
        else if (habit is Habit.Late && owed > 0 && books.DaysOwed(member, day) is >= 14 and var days && (days > 42 || chance.Happens(40)))
        {
            yield return Pay(books, day, member, owed, "transfer", Key(distribution, member, "late"));
        }
        else if (habit is Habit.Forgetful && owed > 2000 && chance.Happens(30))
        {
            yield return Pay(books, day, member, owed / 2 / 500 * 500, chance.Happens(70) ? "transfer" : "cheque", Key(distribution, member, "part"));
        }
        else if (owed >= Remindable && books.DaysOwed(member, day) >= 15 && books.Remind(member, MostReminders) is { } step)
        {
            yield return new MarketAct.Reminded(day, member, step, books.Since(member), owed, Key(distribution, member, "reminded"));
        }
    }

    private IEnumerable<MarketAct> Settle(PlanBooks books, int member, int distribution, DateOnly day, string reason) => books.BalanceOf(member) switch
    {
        < 0 and var balance => [Pay(books, day, member, -balance, "transfer", Key(distribution, member, "rest"))],
        > 0 and var balance => [books.After(new MarketAct.GivenBack(day, member, balance, "transfer", reason, Key(distribution, member, "rest")))],
        _ => [],
    };

    private static MarketAct Pay(PlanBooks books, DateOnly day, int member, long cents, string method, string key) =>
        books.After(new MarketAct.Paid(day, member, cents, method, null, null, key) { Number = NumberOf(day.DayNumber % 1000, member) });

    private static DateOnly? FirstOfMonthBetween(DateOnly after, DateOnly until)
    {
        var third = new DateOnly(until.Year, until.Month, 3);
        return third > until ? null : third > after ? third : null;
    }

    private string Key(int distribution, int member, string what) => string.Create(CultureInfo.InvariantCulture, $"rehearsal:{terms.Seed}:{distribution}:{member}:{what}");

    private string OrderId(int distribution, int member) => string.Create(CultureInfo.InvariantCulture, $"{terms.Seed & 0xFFFFFFFF:x8}-{distribution:x6}-{member:x8}");

    private static string NumberOf(int distribution, int member) => string.Create(CultureInfo.InvariantCulture, $"{1_000_000 + (((distribution * 977L) + (member * 31L)) % 9_000_000)}");
}
