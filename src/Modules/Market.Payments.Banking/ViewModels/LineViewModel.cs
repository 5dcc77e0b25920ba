using Market.Bank.Matching;
using Market.Ledger.Amounts;
using Market.Payments.Banking.Statements;

namespace Market.Payments.Banking.ViewModels;

/// <summary>A line, and what may be made of it.</summary>
public class LineViewModel
{
    public LineRow Line { get; set; } = null!;

    public ImportRow Import { get; set; } = null!;

    public Money Amount { get; set; }

    public Proposal? Proposal { get; set; }

    public string? Search { get; set; }

    /// <summary>The accounts that were searched, or come into question.</summary>
    public IReadOnlyList<LineChoice> Choices { get; set; } = [];

    /// <summary>The posted lines that it may take back.</summary>
    public IReadOnlyList<LineRow> MayTakeBack { get; set; } = [];

    /// <summary>The movements that a doubtful line may be, or that a known one is.</summary>
    public LineRow? Movement { get; set; }

    /// <summary>What accounts are credited with by it.</summary>
    public IReadOnlyList<InboxAccount> Credited { get; set; } = [];

    /// <summary>What is credited of it to nobody, as a part of it was reversed.</summary>
    public Money Left { get; set; }

    public bool MayRecord { get; set; }

    public bool MayCorrect { get; set; }
}

/// <summary>An account that a line may be of.</summary>
/// <param name="Account">The account.</param>
/// <param name="Balance">What stands in it.</param>
/// <param name="Recorded">A transfer of the line's amount that was recorded by hand.</param>
public sealed record LineChoice(OpenAccount Account, Money Balance, MatchRecorded? Recorded);
