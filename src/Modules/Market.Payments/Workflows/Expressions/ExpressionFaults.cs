using System.Reflection;
using Microsoft.Extensions.Localization;
using OrchardCore.Liquid;
using OrchardCore.Workflows.Models;

namespace Market.Payments.Workflows.Expressions;

/// <summary>Tells a site editor what is wrong with the expressions of an activity, before a workflow does.</summary>
public sealed class ExpressionFaults(ILiquidTemplateManager liquid, IStringLocalizer<ExpressionFaults> S)
{
    /// <summary>A sentence for each expression that is not correct Liquid, by the name of its field.</summary>
    public IEnumerable<(string Field, string Sentence)> Of(object activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        foreach (var field in ExpressionsOf(activity.GetType()))
        {
            if (!liquid.Validate(((WorkflowExpression<string>)field.GetValue(activity)!).Expression, out var faults))
            {
                yield return (field.Name, S["This is not correct Liquid: {0}", string.Join(' ', faults)]);
            }
        }
    }

    /// <summary>The properties of an activity that are expressions.</summary>
    internal static IEnumerable<PropertyInfo> ExpressionsOf(Type activity) =>
        activity.GetProperties().Where(property => property.PropertyType == typeof(WorkflowExpression<string>));
}
