using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using OrchardCore.Localization.DataAnnotations;

namespace MarketSite.Web;

/// <summary>
/// What the attributes of a form refuse is said in the language of whoever sent it. Orchard translates these sentences once, into the language
/// of whoever comes first, and then says them so to everybody.
/// </summary>
public sealed class FormSentences : OrchardCore.Modules.StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.PostConfigure<MvcOptions>(mvc =>
        {
            mvc.ModelMetadataDetailsProviders.RemoveType<LocalizedValidationMetadataProvider>();
            mvc.ModelMetadataDetailsProviders.Add(new OwnSentences());
        });
        services.Configure<MvcDataAnnotationsLocalizationOptions>(options => options.DataAnnotationLocalizerProvider = (form, localizers) => localizers.Create(form));
    }

    // MVC asks for the translation of a sentence that an attribute says, and of none that it leaves to .NET.
    private sealed class OwnSentences : IValidationMetadataProvider
    {
        public void CreateValidationMetadata(ValidationMetadataProviderContext context)
        {
            foreach (var attribute in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
            {
                if (attribute is { ErrorMessage: null, ErrorMessageResourceName: null })
                {
                    attribute.ErrorMessage = attribute.FormatErrorMessage("{0}");
                }
            }
        }
    }
}
