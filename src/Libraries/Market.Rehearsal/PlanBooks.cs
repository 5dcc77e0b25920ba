namespace Market.Rehearsal;

/// <summary>What a plan knows of its members while it is told: what each has, since when they owe, and how often they were written to.</summary>
internal sealed class PlanBooks(int members)
{
    private readonly long[] _balances = new long[members];

    private readonly int[] _since = new int[members];

    private readonly byte[] _reminded = new byte[members];

    private MarketAct.Paid? _cheque;

    public long BalanceOf(int member) => _balances[member];

    public DateOnly Since(int member) => DateOnly.FromDayNumber(_since[member]);

    public int DaysOwed(int member, DateOnly day) => _balances[member] < 0 ? day.DayNumber - _since[member] : 0;

    /// <summary>The how many-th time a member is written to now; none where it was often enough.</summary>
    public int? Remind(int member, int most) => _reminded[member] >= most ? null : ++_reminded[member];

    /// <summary>The cheque that the bank may give back: one a time, of a distribution before.</summary>
    public void Cheque(MarketAct.Paid paid) => _cheque ??= paid;

    public MarketAct.Paid? TakeCheque()
    {
        var cheque = _cheque;
        _cheque = null;
        return cheque;
    }

    /// <summary>Books an act, and hands it on.</summary>
    /// <param name="act">The act.</param>
    /// <param name="taken">What an unpaid cheque was worth.</param>
    public MarketAct After(MarketAct act, long taken = 0)
    {
        var member = act.Member;
        var before = _balances[member];
        _balances[member] += act switch
        {
            MarketAct.Ordered ordered => -ordered.Cents,
            MarketAct.Paid paid => paid.Cents,
            MarketAct.GivenBack back => -back.Cents,
            MarketAct.Adjusted adjusted => adjusted.Cents,
            MarketAct.Charged charged => -charged.Cents,
            MarketAct.Unpaid unpaid => -taken - unpaid.Fee,
            _ => 0,
        };
        if (_balances[member] >= 0)
        {
            _reminded[member] = 0;
        }
        else if (before >= 0)
        {
            _since[member] = act.Day.DayNumber;
        }

        return act;
    }
}
