using System.ComponentModel.DataAnnotations;

namespace Market.Payments.Workflows.ViewModels;

public class CreatePaymentLinkTaskViewModel
{
    [Required]
    public string AccountId { get; set; } = string.Empty;
}
