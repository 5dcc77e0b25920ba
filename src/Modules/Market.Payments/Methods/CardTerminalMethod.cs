using Market.Ledger.Methods;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Methods;

public sealed class CardTerminalMethod(IStringLocalizer<CardTerminalMethod> S) : IPaymentMethod
{
    public string Name => BuiltInMethods.CardTerminal;

    public string Label => S["Card at the stall (terminal)"];

    public PaymentUse Use => PaymentUse.OnSite;

    public bool MembersMayChoose => true;

    public bool Refunds => true;

    public IReadOnlyList<PaymentField> Fields => [new("terminal-ticket", S["Ticket number"], Required: false)];
}
