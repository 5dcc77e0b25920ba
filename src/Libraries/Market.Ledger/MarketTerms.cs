using Market.Ledger.Amounts;
using Market.Ledger.Methods;
using Market.Ledger.Vat;

namespace Market.Ledger;

/// <summary>What a market has settled about money.</summary>
/// <param name="PaymentsActive">Whether accounts are kept at all; when not, nothing is posted.</param>
/// <param name="Currency">The market's one currency.</param>
/// <param name="Offered">The methods the market offers.</param>
/// <param name="Floor">The balance no order may take an account below, or none. An account may have its own.</param>
public sealed record MarketTerms(bool PaymentsActive, Currency Currency, IReadOnlyList<IPaymentMethod> Offered, Money? Floor = null)
{
    /// <summary>The last day that the market has locked: no operation is dated on it or before. None where it has locked none.</summary>
    public DateOnly? LockDay { get; init; }

    /// <summary>What may be announced on an account beyond what it owes, all its announced payments together; none for no limit.</summary>
    public Money? AnnouncementCap { get; init; }

    /// <summary>Whether the market owes VAT on what it sells, so that it is posted by rates.</summary>
    public VatLiability Vat { get; init; } = VatLiability.Liable;

    /// <summary>The rate of VAT that fees include, in hundredths of a percent; none where fees bear none. See <see cref="VatRate"/>.</summary>
    public int? FeeVat { get; init; }

    /// <summary>The offered method of this name, if it is offered.</summary>
    public IPaymentMethod? FindOffered(string? name) => Offered.FirstOrDefault(method => method.Name == name);
}
