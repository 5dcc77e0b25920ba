using Market.Ledger.Amounts;
using Market.Ledger.Postings;

namespace Market.Payments.Models;

/// <summary>What the market has settled about payments, kept in the site's settings.</summary>
public class PaymentsSettings
{
    public const string GroupId = "payments";

    /// <summary>Whether accounts are kept at all. Off, nothing is posted anywhere.</summary>
    public bool Active { get; set; }

    /// <summary>The market's one currency (ISO 4217). It cannot change once there are amounts in it.</summary>
    public string CurrencyCode { get; set; } = Currency.Euro.Code;

    /// <summary>The technical names of the methods the market offers.</summary>
    public string[] OfferedMethods { get; set; } = [];

    /// <summary>The lowest balance an order may lead to, in minor units, or none.</summary>
    public long? FloorMinorUnits { get; set; }

    /// <summary>Whether a coordinator opens the account of who registers. Otherwise it is opened as soon as they may sign in.</summary>
    public bool AccountsByCoordinator { get; set; }

    /// <summary>To whom cheques are made out.</summary>
    public string? ChequePayee { get; set => field = OneLine.OrNull(value); }

    /// <summary>The holder of the account that transfers go to.</summary>
    public string? TransferHolder { get; set => field = OneLine.OrNull(value); }

    public string? TransferIban { get; set; }

    public string? TransferBic { get; set; }

    /// <summary>
    /// The holder and the IBAN for which somebody confirmed that the bank knows the holder by that name; once either is another, nobody has.
    /// </summary>
    public string? TransferConfirmed { get; set; }

    /// <summary>What is confirmed of the holder and the IBAN as they are.</summary>
    public string TransferToConfirm() => $"{TransferHolder} · {TransferIban}";

    /// <summary>Whether it is confirmed: the payer's bank compares the name with what the market's bank knows, and warns of any other.</summary>
    public bool IsTransferConfirmed() => TransferHolder is not null && TransferIban is not null && TransferConfirmed == TransferToConfirm();

    /// <summary>From how many days on an announced payment is flagged as overdue.</summary>
    public int AnnouncedStaleDays { get; set; } = 10;

    /// <summary>What may be announced on an account beyond what it owes, in minor units; none for the usual.</summary>
    public long? AnnouncedCapMinorUnits { get; set; }

    /// <summary>How many days a payment link works: longer than the ladder of reminders that sends it.</summary>
    public int PaymentLinkDays { get; set; } = 60;

    /// <summary>How many payments may be sent from one link, or no limit.</summary>
    public int? PaymentLinkUses { get; set; } = 10;

    /// <summary>The total of fees or corrections of many accounts above which a second person approves them, in minor units; zero for never.</summary>
    public long FeeApprovalMinorUnits { get; set; } = 1_000_00;

    /// <summary>The most credit that a member gives to another at once, in minor units; zero where members give none.</summary>
    public long GiftLimitMinorUnits { get; set; }

    /// <summary>How many logins an account may have beside its holder's, who invites them; zero where accounts are not shared.</summary>
    public int HouseholdLogins { get; set; } = 3;

    /// <summary>What the market calls its card terminal.</summary>
    public string? TerminalName { get; set => field = OneLine.OrNull(value); }
}
