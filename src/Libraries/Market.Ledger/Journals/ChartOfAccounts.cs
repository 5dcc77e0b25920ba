using System.Globalization;
using Market.Ledger.Vat;

namespace Market.Ledger.Journals;

/// <summary>
/// The account each kind of operation and each payment method is booked against. Defaults follow the <i>plan comptable général</i>
/// (ANC regulation 2014-03, book IX); a market sets its own numbers where its accountant has others.
/// </summary>
public sealed record ChartOfAccounts
{
    /// <summary>The clients, one auxiliary account each. A debit balance is what the client owes.</summary>
    public BookAccount Clients { get; init; } = new("411", "Clients");

    /// <summary>What orders sell, where it is booked without VAT: at the rate of zero, and what was posted without a split.</summary>
    public BookAccount Sales { get; init; } = new("707", "Ventes de marchandises");

    /// <summary>The VAT collected, whose number is the beginning of those of each rate.</summary>
    public BookAccount VatCollected { get; init; } = new("44571", "TVA collectée");

    /// <summary>The accounts of rates that have others than <see cref="ForRate"/> makes, by the rate in hundredths of a percent.</summary>
    public IReadOnlyDictionary<int, RateAccounts> Rates { get; init; } = new Dictionary<int, RateAccounts>();

    /// <summary>Fees charged to members.</summary>
    public BookAccount Fees { get; init; } = new("708", "Produits des activités annexes");

    /// <summary>What card providers keep of the payments they take.</summary>
    public BookAccount ProviderFees { get; init; } = new("627", "Services bancaires et assimilés");

    /// <summary>Adjustments in the member's favour.</summary>
    public BookAccount AdjustmentsGiven { get; init; } = new("658", "Charges diverses de gestion courante");

    /// <summary>Adjustments in the market's favour.</summary>
    public BookAccount AdjustmentsTaken { get; init; } = new("758", "Produits divers de gestion courante");

    /// <summary>Cash that was missing when a drawer was closed.</summary>
    public BookAccount CashMissing { get; init; } = new("6588", "Manquants de caisse");

    /// <summary>Cash that was too much when a drawer was closed.</summary>
    public BookAccount CashOver { get; init; } = new("7588", "Excédents de caisse");

    /// <summary>Where cash on its way between the drawer and the bank passes: back at zero once both sides are posted.</summary>
    public BookAccount InternalTransfers { get; init; } = new("580", "Virements internes");

    /// <summary>Debts given up.</summary>
    public BookAccount WriteOffs { get; init; } = new("654", "Pertes sur créances irrécouvrables");

    /// <summary>Deposits on packaging that is with the clients, owed to them until it comes back.</summary>
    public BookAccount Deposits { get; init; } = new("4196", "Clients, dettes sur emballages et matériels consignés");

    /// <summary>What accounts held or owed before the ledger began.</summary>
    public BookAccount Opening { get; init; } = new("890", "Bilan d'ouverture");

    /// <summary>Where money moved between two clients passes: back at zero once both sides are posted.</summary>
    public BookAccount Transfers { get; init; } = new("4711", "Virements entre comptes clients");

    /// <summary>What the chart cannot place, to be looked at: a method it does not know.</summary>
    public BookAccount Suspense { get; init; } = new("471", "Compte d'attente");

    /// <summary>Where the money of each payment method goes, by the method's technical name.</summary>
    public IReadOnlyDictionary<string, MethodAccount> Methods { get; init; } = DefaultMethods();

    /// <summary>The bank: where transfers arrive.</summary>
    public BookAccount Bank => ForMethod("transfer").Received;

    /// <summary>The cash drawers.</summary>
    public BookAccount Cash => ForMethod("cash").Received;

    /// <summary>Where the money of a method goes; <see cref="Suspense"/> where the chart does not know it, so that it shows and is never lost.</summary>
    public MethodAccount ForMethod(string? name) =>
        name is not null && Methods.TryGetValue(name, out var account) ? account : new MethodAccount(Suspense, Journal.Miscellaneous);

    /// <summary>Where the money of a refund by a method comes from.</summary>
    public MethodAccount ForRefund(string? name) => ForMethod(name) is { IsGivenBackByBank: false } account ? account : ForMethod("transfer");

    /// <summary>
    /// Where sales at a rate of VAT are booked: behind the numbers of <see cref="Sales"/> and <see cref="VatCollected"/> the rate in tenths of a
    /// percent, three digits of it (5.5 % is 707055 and 44571055), or in hundredths, five digits, where tenths do not say it. What bears no VAT
    /// stays in <see cref="Sales"/>.
    /// </summary>
    /// <param name="basisPoints">The rate in hundredths of a percent.</param>
    public RateAccounts ForRate(int basisPoints)
    {
        if (Rates.TryGetValue(basisPoints, out var own))
        {
            return own;
        }

        var digits = basisPoints % 10 == 0 ? (basisPoints / 10).ToString("000", CultureInfo.InvariantCulture) : basisPoints.ToString("00000", CultureInfo.InvariantCulture);
        return new RateAccounts(basisPoints == 0 ? Sales : OfRate(Sales), OfRate(VatCollected));

        BookAccount OfRate(BookAccount account) =>
            new(account.Number[..Math.Min(account.Number.Length, BookAccount.MaxLength - digits.Length)] + digits, $"{account.Label} à {VatRate.Text(basisPoints, CultureInfo.InvariantCulture).Replace('.', ',')} %");
    }

    /// <summary>The chart with this method booked there.</summary>
    public ChartOfAccounts With(string method, MethodAccount account) =>
        this with { Methods = new Dictionary<string, MethodAccount>(Methods, StringComparer.Ordinal) { [method] = account } };

    private static Dictionary<string, MethodAccount> DefaultMethods()
    {
        var bank = new BookAccount("512", "Banque");
        var provider = new MethodAccount(new BookAccount("467", "Prestataire de paiement par carte"), Journal.Bank);
        return new(StringComparer.Ordinal)
        {
            ["cash"] = new(new BookAccount("530", "Caisse"), Journal.Cash),
            ["cheque"] = new(new BookAccount("5112", "Chèques à encaisser"), Journal.Cheques) { IsGivenBackByBank = true },
            ["transfer"] = new(bank, Journal.Bank),
            ["card-terminal"] = new(new BookAccount("5115", "Cartes bancaires à encaisser"), Journal.Bank),
            ["stripe"] = provider,
        };
    }
}
