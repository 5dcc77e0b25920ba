using Market.Orders.Models;
using Market.Orders.Sales;
using Market.Orders.Shop;
using OrchardCore.ContentManagement.Handlers;

namespace Market.Orders.Handlers;

/// <summary>Holds recipes, the API and workflows to what the editor holds people to.</summary>
public sealed class ProductPartHandler(ProductRules rules, ProductFactsRules facts) : ContentPartHandler<ProductPart>
{
    public override async Task ValidatingAsync(ValidateContentContext context, ProductPart part)
    {
        foreach (var (property, sentence) in (await rules.JudgeAsync(part)).Concat(facts.Judge(part)))
        {
            context.Fail(sentence, property);
        }
    }
}
