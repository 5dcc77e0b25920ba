using Market.Ledger.Cheques;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Market.Payments.Banking.ViewModels;

/// <summary>A client's cheques, and the form by which they hand over more in advance.</summary>
public class HandOverViewModel
{
    /// <summary>How many cheques a form takes.</summary>
    public const int MostRows = 12;

    public string? Key { get; set; }

    public string? Drawer { get; set; }

    public string? Bank { get; set; }

    public IList<HandOverRow> Rows { get; set; } = [];

    [BindNever]
    [ValidateNever]
    public ClientAccount Account { get; set; } = null!;

    [BindNever]
    [ValidateNever]
    public IReadOnlyList<Cheque> Cheques { get; set; } = [];

    /// <summary>Whether the form is shown: the reader may record, the account is open, and cheques are taken.</summary>
    [BindNever]
    [ValidateNever]
    public bool MayTake { get; set; }
}

/// <summary>A cheque that is handed over, as it was typed.</summary>
public class HandOverRow
{
    public string? Amount { get; set; }

    public string? Number { get; set; }

    public string? BankOn { get; set; }
}
