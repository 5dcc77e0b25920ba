using System.Globalization;
using Market.Ledger;
using Market.Samples.Figures;

namespace Market.Samples.Play;

/// <summary>
/// Plays a season week by week: orders on Tuesday, changes on Wednesday, the market on Thursday evening, the bank on Friday.
/// All of chance comes from one source, so that a season can be played again.
/// </summary>
internal sealed class MarketSeason(MarketBook book, IReadOnlyList<Member> members, int weeks, Random chance)
{
    private static readonly DateOnly FirstMarket = new(2024, 9, 5);

    private readonly Dictionary<Member, (string Id, long Cents)> _orders = [];

    private readonly List<(int Week, Member Member, Operation Payment)> _cheques = [];

    private int _chequeNumbers = 4512;

    /// <summary>The last market's day.</summary>
    public DateOnly LastDay => MarketDay(weeks - 1);

    /// <summary>Plays it, and tells each week when it is over.</summary>
    public async IAsyncEnumerable<WeekFigures> PlayAsync()
    {
        foreach (var member in members)
        {
            book.Store.SetAccount(member.AccountId);
        }

        await OpenAsync();
        for (var week = 0; week < weeks; week++)
        {
            var before = book.Store.Operations.Count;
            await OrdersAsync(week);
            await ChangesAsync(week);
            await MarketEveningAsync(week);
            await BankAsync(week);
            if (week == weeks - 1)
            {
                await book.GiveUpAsync(members);
            }

            yield return await WeekFigures.OfAsync(week + 1, MarketDay(week), _orders.Count, before, book, members);
        }
    }

    private static DateOnly MarketDay(int week) => FirstMarket.AddDays(7 * week);

    private static string Distribution(int week) => "distribution-" + (week + 1).ToString("000", CultureInfo.InvariantCulture);

    private bool Happens(int percent) => chance.Next(100) < percent;

    private void GoTo(int week, int dayOff, int hour) => book.Now = MarketDay(week).AddDays(dayOff).ToDateTime(new TimeOnly(hour, 0), DateTimeKind.Utc);

    // A third of the members bring something along from the old notebook.
    private async Task OpenAsync()
    {
        GoTo(0, -7, 9);
        foreach (var member in members.Where(_ => Happens(33)))
        {
            var cents = chance.Next(5, 60) * 100L * (Happens(35) ? -1 : 1);
            await book.PostAsync(member, OperationKind.OpeningBalance, cents, memo: "Carried over from the old notebook");
        }
    }

    private async Task OrdersAsync(int week)
    {
        GoTo(week, -2, 8);
        _orders.Clear();
        foreach (var member in members)
        {
            if (member.Habit is Habit.InAdvance && await book.CentsAsync(member) < member.Basket)
            {
                await book.PostAsync(member, OperationKind.Payment, (1 + (member.Basket / 2000)) * 5000L, "stripe");
            }

            var id = $"order-{(week + 1).ToString("000", CultureInfo.InvariantCulture)}-{member.Number[2..]}";
            var cents = (long)(member.Basket * chance.Next(60, 150) / 1000) * 10;
            if (Happens(82) && await book.OrderAsync(member, id, Distribution(week), cents))
            {
                _orders.Add(member, (id, cents));
            }
        }
    }

    private async Task ChangesAsync(int week)
    {
        GoTo(week, -1, 19);
        foreach (var (member, (id, cents)) in _orders.ToList())
        {
            if (Happens(4))
            {
                await book.OrderAsync(member, id, Distribution(week), 0, "Cancelled: away this week");
                _orders.Remove(member);
            }
            else if (Happens(12))
            {
                await ChangeAsync(week, member, id, Math.Max(500, cents + (chance.Next(-8, 12) * 50)), "Changed before the deadline");
            }
        }
    }

    private async Task ChangeAsync(int week, Member member, string id, long cents, string memo)
    {
        if (await book.OrderAsync(member, id, Distribution(week), cents, memo))
        {
            _orders[member] = (id, cents);
        }
    }

    private async Task MarketEveningAsync(int week)
    {
        GoTo(week, 0, 16);
        foreach (var (member, (id, cents)) in _orders.ToList())
        {
            if (Happens(8))
            {
                await ChangeAsync(week, member, id, cents + chance.Next(-120, 40), "Weighed at the stall");
            }

            if (Happens(2))
            {
                await book.PostAsync(member, OperationKind.Adjustment, chance.Next(12, 48) * 10, orderId: id, memo: "Frozen leeks, given back");
            }

            var owed = -await book.CentsAsync(member);
            if (owed > 0 && PaysTonight(member))
            {
                await PayAtStallAsync(week, member, id, owed);
            }
        }
    }

    private bool PaysTonight(Member member) => member.Habit switch
    {
        Habit.AtTheStall => Happens(94),
        Habit.NowAndThen => Happens(22),
        _ => false,
    };

    private async Task PayAtStallAsync(int week, Member member, string orderId, long owed)
    {
        if (Happens(2))
        {
            // A slip of the finger, put right at once: nothing is erased.
            var slip = await book.PostAsync(member, OperationKind.Payment, owed * 10, "cash");
            await book.ReverseAsync(slip, "Typed one zero too many");
        }

        // Cash comes in notes; what is over stays on the account, unless the member wants it back.
        var cents = member.Method == "cash" && Happens(40) ? (owed + 499) / 500 * 500 : owed;
        var cheque = member.Method == "cheque" ? "000" + _chequeNumbers++.ToString(CultureInfo.InvariantCulture) : null;
        var payment = await book.PostAsync(member, OperationKind.Payment, cents, member.Method, orderId, cheque: cheque);
        if (cheque is not null)
        {
            _cheques.Add((week, member, payment));
        }

        if (cents > owed && Happens(50))
        {
            await book.PostAsync(member, OperationKind.Refund, owed - cents, "cash", orderId, "Change given");
        }
    }

    private async Task BankAsync(int week)
    {
        GoTo(week, 1, 10);
        foreach (var member in members.Where(member => member.Habit is Habit.Monthly && week % 4 == 3))
        {
            var owed = -await book.CentsAsync(member);
            if (owed > 0 && Happens(90))
            {
                await book.PostAsync(member, OperationKind.Payment, Happens(30) ? (owed + 999) / 1000 * 1000 : owed, "transfer");
            }
        }

        // Whoever is near the floor is written to, and about half of them answer with a transfer.
        foreach (var member in members.Where(member => member.Habit is Habit.NowAndThen))
        {
            var owed = -await book.CentsAsync(member);
            if (owed > 120_00 && Happens(55))
            {
                await book.PostAsync(member, OperationKind.Payment, owed / 2000 * 2000, "transfer");
            }
        }

        if (week % 11 == 6)
        {
            await BounceAsync(week);
        }

        if (week % 9 == 5)
        {
            await PayBackAsync();
        }

        if (week % 13 == 8)
        {
            await book.ShareAsync(members);
        }
    }

    // A cheque of the last weeks comes back unpaid: it is reversed, and the bank's charge is passed on.
    private async Task BounceAsync(int week)
    {
        if (_cheques.FindLast(cheque => cheque.Week <= week - 1) is { Payment: not null } bounced)
        {
            _cheques.Remove(bounced);
            await book.ReverseAsync(bounced.Payment, "Cheque returned unpaid by the bank");
            await book.PostAsync(bounced.Member, OperationKind.Fee, -500, memo: "Bank charge for an unpaid cheque");
        }
    }

    private async Task PayBackAsync()
    {
        foreach (var member in members)
        {
            var held = await book.CentsAsync(member);
            if (held > 40_00 && member.Habit is not Habit.InAdvance)
            {
                await book.PostAsync(member, OperationKind.Refund, -held, "transfer", memo: "Paid back at the member's wish");
                return;
            }
        }
    }
}
