using Market.Bank.Matching;
using Market.Ledger.Amounts;
using Market.Payments.Banking.Inbox;
using Market.Payments.Banking.Statements;

namespace Market.Payments.Banking.ViewModels;

/// <summary>Which lines are shown.</summary>
public enum InboxFilter
{
    /// <summary>Those that are certain.</summary>
    Certain,

    /// <summary>Those that are likely.</summary>
    Likely,

    /// <summary>Those that nothing is proposed for.</summary>
    Open,

    /// <summary>Money that left the bank, and is no client's.</summary>
    Out,

    /// <summary>Those that were left out: known, or doubtful.</summary>
    Left,

    /// <summary>Those that something was made of.</summary>
    Done,
}

/// <summary>Lines of a file, or of all files.</summary>
public class InboxViewModel
{
    /// <summary>The file; none where those of all are shown.</summary>
    public ImportRow? Import { get; set; }

    public IReadOnlyList<StatementRow> Statements { get; set; } = [];

    public InboxFilter Show { get; set; }

    public string? Search { get; set; }

    public IReadOnlyDictionary<InboxFilter, int> Counts { get; set; } = new Dictionary<InboxFilter, int>();

    public IReadOnlyList<InboxLine> Lines { get; set; } = [];

    public int CertainCount { get; set; }

    public Money CertainSum { get; set; }

    /// <summary>What the lines of the page come to.</summary>
    public Money Sum { get; set; }

    public Currency Currency { get; set; } = Currency.Euro;

    /// <summary>How many lines there are over all pages.</summary>
    public int Total { get; set; }

    /// <summary>Says what is certain, so that what is posted is what was shown.</summary>
    public string Mark { get; set; } = string.Empty;

    public bool MayRecord { get; set; }

    public bool MayCorrect { get; set; }

    public dynamic? Pager { get; set; }
}

/// <summary>A line, and what is proposed for it.</summary>
/// <param name="Line">The line.</param>
/// <param name="Proposal">What is proposed; none where something was made of it.</param>
/// <param name="Accounts">The accounts that it is about.</param>
public sealed record InboxLine(LineRow Line, Proposal? Proposal, IReadOnlyList<InboxAccount> Accounts)
{
    /// <summary>What is posted where the proposal is taken; none where nothing is proposed.</summary>
    public Decision? Decision => Proposal is null ? null : Decision.Of(Line.LineId, Proposal);
}

/// <summary>An account that a line is about.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">The client's name.</param>
/// <param name="Before">What stands in it.</param>
/// <param name="After">What will, where the lines before this one and this one are posted; none where nothing is posted.</param>
public sealed record InboxAccount(string Id, string Name, Money Before, Money? After);
