using Market.Orders.Models;
using Market.Orders.Shop;
using OrchardCore.ContentManagement.Handlers;

namespace Market.Orders.Handlers;

/// <summary>Holds recipes, the API and workflows to what the editor holds people to.</summary>
public sealed class ProducerPartHandler(ProducerRules rules) : ContentPartHandler<ProducerPart>
{
    public override Task ValidatingAsync(ValidateContentContext context, ProducerPart part)
    {
        foreach (var (property, sentence) in rules.Judge(part))
        {
            context.Fail(sentence, property);
        }

        return Task.CompletedTask;
    }
}
