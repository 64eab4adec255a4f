from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("matters", "0007_terms_of_investigations")]

    operations = [
        migrations.RemoveConstraint(model_name="term", name="term_subject_kind_known"),
        migrations.AddConstraint(
            model_name="term",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "subject_kind__in",
                        [
                            "act",
                            "admin_case",
                            "appeal",
                            "case_party",
                            "complaint",
                            "inspection",
                            "instruction",
                            "investigation",
                            "matter",
                            "measure",
                        ],
                    )
                ),
                name="term_subject_kind_known",
            ),
        ),
    ]
