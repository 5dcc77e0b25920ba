using Market.Ledger.Amounts;
using Market.Ledger.Cheques;

namespace Market.Payments.Banking.ViewModels;

/// <summary>Which cheques in hand are shown.</summary>
public enum ChequeFilter
{
    All,

    /// <summary>Those that go to the bank by the end of this month.</summary>
    ThisMonth,

    /// <summary>Those handed over in advance.</summary>
    Ahead,
}

/// <summary>The cheques in hand.</summary>
public class ChequesViewModel
{
    public ChequeFilter Filter { get; set; }

    public string? Search { get; set; }

    /// <summary>What the chosen ones may come to, as it was typed.</summary>
    public string? UpTo { get; set; }

    public string? UpToFault { get; set; }

    public IReadOnlyList<Cheque> Cheques { get; set; } = [];

    /// <summary>How many there are by each filter.</summary>
    public IReadOnlyDictionary<ChequeFilter, int> Counts { get; set; } = new Dictionary<ChequeFilter, int>();

    /// <summary>Whether there are more than are shown.</summary>
    public bool IsCut { get; set; }

    public IReadOnlyDictionary<string, ClientAccount> Accounts { get; set; } = new Dictionary<string, ClientAccount>();

    /// <summary>Those that are ticked.</summary>
    public IReadOnlyList<Cheque> Chosen { get; set; } = [];

    public Money ChosenSum { get; set; }

    public Money InHandSum { get; set; }

    public Money AheadSum { get; set; }

    public IReadOnlyList<DepositSlip> OpenSlips { get; set; } = [];

    public string Key { get; set; } = string.Empty;

    public DateOnly Today { get; set; }

    public bool MayRecord { get; set; }

    public bool MayCorrect { get; set; }
}
