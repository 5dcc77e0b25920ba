using Market.Ledger;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Methods;

public sealed class CardTerminalMethod(IStringLocalizer<CardTerminalMethod> S) : IPaymentMethod
{
    public const string MethodName = "card-terminal";

    public string Name => MethodName;

    public string Label => S["Card at the stall (terminal)"];

    public PaymentUse Use => PaymentUse.OnSite;

    public bool MembersMayChoose => true;

    public bool Refunds => true;

    public IReadOnlyList<PaymentField> Fields => [new("terminal-ticket", S["Ticket number"], Required: false)];
}
