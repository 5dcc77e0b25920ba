using Market.Ledger.Methods;
using Microsoft.Extensions.Localization;

namespace OtherShop;

/// <summary>Vouchers that the town gives out, handed over at the stall. The market ticks it like any other method.</summary>
public sealed class VoucherMethod(IStringLocalizer<VoucherMethod> S) : IPaymentMethod
{
    /// <summary>The technical name, which operations carry.</summary>
    public string Name => "voucher";

    /// <inheritdoc/>
    public string Label => S["Voucher"];

    /// <inheritdoc/>
    public PaymentUse Use => PaymentUse.OnSite;

    /// <inheritdoc/>
    public bool MembersMayChoose => true;

    /// <inheritdoc/>
    public bool Refunds => false;

    /// <inheritdoc/>
    public IReadOnlyList<PaymentField> Fields => [new("voucher-number", S["Voucher number"], Required: true)];
}
