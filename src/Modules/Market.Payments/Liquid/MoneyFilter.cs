using System.Globalization;
using Fluid;
using Fluid.Values;
using Market.Ledger;
using Market.Ledger.Amounts;
using OrchardCore.Liquid;

namespace Market.Payments.Liquid;

/// <summary>
/// <c>{{ "22.4" | money }}</c>: an amount in units, as events and tasks give them, as people of the current culture read it. What is no
/// amount of the market's currency stays as it is.
/// </summary>
public sealed class MoneyFilter(IMarketTerms terms) : ILiquidFilter
{
    public async ValueTask<FluidValue> ProcessAsync(FluidValue input, FilterArguments arguments, LiquidTemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(input);
        var text = input.ToStringValue();
        return Money.ReadInvariant(text, (await terms.GetAsync()).Currency) is { } amount
            ? StringValue.Create(amount.ToString(CultureInfo.CurrentCulture))
            : input;
    }
}
