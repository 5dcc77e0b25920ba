using Market.Ledger.Cheques;

namespace Market.Payments.Banking.ViewModels;

/// <summary>A deposit slip, as it is printed.</summary>
public class SlipViewModel
{
    public DepositSlip Slip { get; set; } = null!;

    public IReadOnlyDictionary<string, Cheque> Cheques { get; set; } = new Dictionary<string, Cheque>();

    public IReadOnlyDictionary<string, ClientAccount> Accounts { get; set; } = new Dictionary<string, ClientAccount>();

    public PaymentDetails Details { get; set; } = null!;

    public DateOnly Today { get; set; }

    public bool MayRecord { get; set; }

    public bool MayCorrect { get; set; }

    /// <summary>Who wrote a cheque: who was noted, or else the client.</summary>
    public string DrawerOf(SlipLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return Cheques.GetValueOrDefault(line.ChequeId)?.Drawer ?? Accounts.GetValueOrDefault(line.AccountId)?.Name ?? string.Empty;
    }
}

/// <summary>All deposit slips, the newest first.</summary>
public class SlipsViewModel
{
    public IReadOnlyList<DepositSlip> Slips { get; set; } = [];

    public DateOnly Today { get; set; }

    public bool MayRecord { get; set; }

    public dynamic? Pager { get; set; }
}
