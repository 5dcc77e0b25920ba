using Fluid;
using Fluid.Values;
using Market.Ledger.Amounts;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Liquid;

namespace Market.Payments.Liquid;

/// <summary>The object <c>Account</c> of templates: the own account of who asks for the page. Amounts are in units, with a point, for the filter <c>money</c>.</summary>
public sealed class LiquidAccount
{
    public static async ValueTask<FluidValue> ReadAsync(LiquidAccount account, string name, TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(account);
        var services = ((LiquidTemplateContext)context).Services;
        if (await services.GetRequiredService<OwnAccount>().FindAsync() is not var (own, balances))
        {
            return NilValue.Instance;
        }

        return name switch
        {
            "Number" => StringValue.Create(own.Number),
            "Name" => StringValue.Create(own.Name),
            "Reference" => StringValue.Create(own.Reference),
            "Balance" => Amount(balances.Confirmed),
            "Pending" => Amount(balances.Pending),
            "Projected" => Amount(balances.Projected),
            "ToPay" => Amount(balances.Confirmed.IsNegative ? -balances.Confirmed : Money.Zero(balances.Confirmed.Currency)),
            _ => NilValue.Instance,
        };
    }

    private static StringValue Amount(Money amount) => StringValue.Create(amount.ToInvariantString());
}
