using Market.Ledger.Methods;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Market.Payments.ViewModels;

public class PaymentsSettingsViewModel
{
    public bool Active { get; set; }

    public string? CurrencyCode { get; set; }

    public string[]? OfferedMethods { get; set; }

    public string? Floor { get; set; }

    public bool AccountsByCoordinator { get; set; }

    public string? ChequePayee { get; set; }

    public string? TransferHolder { get; set; }

    public string? TransferIban { get; set; }

    public string? TransferBic { get; set; }

    public bool HolderConfirmed { get; set; }

    /// <summary>For which holder and IBAN the tick stood when the page was shown; none where it did not.</summary>
    public string? HolderConfirmedFor { get; set; }

    public string? AnnouncedStaleDays { get; set; }

    public string? AnnouncedCap { get; set; }

    public string? FeeApproval { get; set; }

    /// <summary>The most that a member gives to another at once.</summary>
    public string? GiftLimit { get; set; }

    /// <summary>How many logins an account may have beside its holder's.</summary>
    public string? HouseholdLogins { get; set; }

    public string? PaymentLinkDays { get; set; }

    public string? PaymentLinkUses { get; set; }

    public string? TerminalName { get; set; }

    /// <summary>Every method there is, offered or not.</summary>
    [BindNever]
    [ValidateNever]
    public IReadOnlyList<IPaymentMethod> Methods { get; set; } = [];

    /// <summary>What may be announced beyond what is owed where nothing is set.</summary>
    [BindNever]
    [ValidateNever]
    public string UsualAnnouncedCap { get; set; } = string.Empty;

    /// <summary>Why the currency cannot be chosen any more; none where it can.</summary>
    [BindNever]
    [ValidateNever]
    public string? CurrencyHeldBy { get; set; }
}
